/**
 * The script of a review copy: lets remarks be written under each block and saves them as a text file (see `reply.ts` for its
 * form). It reads the page and writes a file; it loads nothing, sends nothing and makes no markup.
 */
export const COPY_SCRIPT = `'use strict';
(() => {
  const { release, text, draft } = document.body.dataset;
  const answers = [...document.querySelectorAll('.answer')];
  const form = document.getElementById('reply');
  const status = document.getElementById('reply-status');
  for (const part of [...answers, form]) part.hidden = false;
  for (const number of document.querySelectorAll('.no')) number.hidden = true;
  let isSaved = true;
  document.addEventListener('input', () => { isSaved = false; });
  window.addEventListener('beforeunload', (event) => { if (!isSaved) event.preventDefault(); });

  const quoted = (words) => words.split(/\\r\\n|\\r|\\n/).map((line) => '| ' + line).join('\\n');
  const clean = (words) => words.replace(/\\s+/g, ' ').trim();
  const entry = (answer) => {
    const remark = answer.querySelector('.remark').value.trim();
    const field = answer.querySelector('.wording');
    const wording = field && field.value !== field.defaultValue ? field.value : null;
    if (remark === '' && wording === null) return null;
    const lines = ['@ ' + answer.dataset.part + ' ' + answer.dataset.block];
    if (field) lines.push('Words:', quoted(field.defaultValue));
    if (remark !== '') lines.push('Remark:', quoted(remark));
    if (wording !== null) lines.push('Wording:', quoted(wording));
    return lines.join('\\n');
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = clean(form.elements.namedItem('name').value);
    const entries = answers.map(entry).filter((each) => each !== null);
    if (name === '' || entries.length === 0) {
      status.textContent = name === '' ? 'Write your name first.' : 'There is no remark yet, and no wording was changed.';
      if (name === '') form.elements.namedItem('name').focus();
      return;
    }
    const head = ['STANDFIRST REMARKS 1', 'Release: ' + release, 'Text: ' + text, 'Draft: ' + clean(draft),
      'From: ' + name, 'Written: ' + new Date().toISOString()];
    const file = new Blob([[head.join('\\n'), ...entries].join('\\n\\n') + '\\n'], { type: 'text/plain;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'remarks-' + (name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'reviewer') + '.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isSaved = true;
    status.textContent = (entries.length === 1 ? 'One remark' : entries.length + ' remarks') + ' saved as ' + link.download +
      '. Send this file back to the press office.';
  });
})();
`;
