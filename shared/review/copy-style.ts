/** The look of a review copy: fonts of the system, light and dark as the reader has it, the banner on every screen and sheet. */
export const COPY_STYLE = `
:root { color-scheme: light dark; }
html { font: 1.0625rem/1.55 Georgia, 'Source Serif 4', 'DejaVu Serif', serif; }
body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 3rem; overflow-wrap: anywhere; }
.banner { position: sticky; top: 0; z-index: 1; background: Canvas; color: CanvasText; font: 1rem/1.4 sans-serif; text-align: center; }
.banner p { margin: 0; border-block: 0.2rem double; padding: 0.5rem 0; }
header, form, .answer, button, input, textarea { font: 1rem/1.5 sans-serif; }
header { font-size: 0.875rem; }
header p { margin: 0.5rem 0 0; }
article { max-width: 40rem; }
article:has(table.columns) { max-width: none; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.5rem 0 0.5rem; }
.standfirst { font-size: 1.125rem; }
.place { font: 0.875rem sans-serif; }
.no { display: block; font: 0.8125rem/1.4 sans-serif; }
.block table { border-collapse: collapse; }
.block th, .block td { border-bottom: 0.0625rem solid; padding: 0.25rem 0.75rem 0.25rem 0; text-align: start; vertical-align: top; }
.block > p, .block > ul, .block > ol, .block > blockquote { margin-block: 0.75rem 0.25rem; }
details.answer { font-size: 0.875rem; margin: 0 0 0.5rem; }
details.answer[open] { border-inline-start: 0.2rem solid; padding-inline-start: 0.75rem; }
summary { cursor: pointer; min-height: 1.5rem; width: fit-content; text-decoration: underline; text-underline-offset: 0.2em; }
label { display: block; font-weight: 600; margin-top: 0.5rem; }
textarea, input { box-sizing: border-box; width: 100%; padding: 0.4rem; border: 0.0625rem solid; border-radius: 0.2rem; background: Field; color: FieldText; }
button { padding: 0.5rem 1rem; margin-top: 0.5rem; min-height: 2.5rem; }
form { border-top: 0.0625rem solid; margin-top: 2rem; max-width: 40rem; }
[hidden] { display: none; }
:focus-visible { outline: 0.2rem solid; outline-offset: 0.15rem; }
@media (max-width: 45rem) {
  table.columns, .columns tbody, .columns tr, .columns td { display: block; }
  .columns thead { position: absolute; clip-path: inset(50%); }
}
@media print {
  /* What heads a table stands on every sheet, and takes its own room there: nothing that is fixed does. */
  body { display: table; width: 100%; max-width: none; padding: 0; }
  .banner { display: table-header-group; position: static; break-inside: avoid; }
  .banner p { margin-bottom: 0.75rem; }
  .answer, form { display: none; }
  tr { break-inside: avoid; }
  .no, .no[hidden] { display: block; break-before: avoid; }
  article a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
`;
