import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { type Part, type Template, type TemplateProblem, lineAt } from './template';

/*
 * Holds a template against what a page of the archive may be. Its form is read with a sign in each name's place, so that a
 * text can stand only where it is escaped for: in an element's words or in an attribute in quote marks.
 */

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const ELEMENTS = new Set(
  'html head body header footer main nav section article aside div p span a ul ol li dl dt dd h1 h2 h3 h4 h5 h6 b strong em i small img hr br figure figcaption blockquote q cite abbr address time'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(?:class|id|href|src|alt|lang|dir|title|role|width|height|rel|datetime|tabindex|hreflang|aria-[a-z]+|data-[a-z-]+)$/;
/** Elements that HTML closes by itself. */
const VOID = new Set(['img', 'hr', 'br']);

/** What the page's form must have, by template. */
export type Needs = {
  /** Whether the template is a whole document. */
  readonly document: boolean;
  /** Names that must stand in it exactly once, each with why. */
  readonly once: Readonly<Record<string, string>>;
  /** The one element of a kind that must be there, and what it must hold. */
  readonly elements: readonly {
    readonly name: string;
    readonly says: string;
    /** The names that stand in it, and its attributes. */
    readonly has: (names: readonly string[], attributes: ReadonlyMap<string, string>) => boolean;
  }[];
  /** Files of the archive that `{{root}}` may lead to. */
  readonly files: ReadonlySet<string>;
};

/** A name's sign in the form that is read: letters, for which no reader has another meaning. */
const signOf = (number: number): string => `standfirstname${number}x`;
const SIGN = /standfirstname(\d+)x/g;

type Probe = {
  readonly html: string;
  readonly names: readonly Extract<Part, { kind: 'name' }>[];
  readonly lineOf: (offset: number) => number;
};

const probe = ({ source, parts }: Template): Probe => {
  let html = '';
  const names: Extract<Part, { kind: 'name' }>[] = [];
  const starts: (readonly [inHtml: number, inSource: number])[] = [];
  const walk = (inner: readonly Part[]): void => {
    for (const part of inner) {
      if (part.kind === 'section') walk(part.parts);
      else {
        starts.push([html.length, part.at]);
        if (part.kind === 'words') html += part.words;
        else {
          html += part.is === 'made' ? `<!--${signOf(names.length)}-->` : signOf(names.length);
          names.push(part);
        }
      }
    }
  };
  walk(parts);
  const lineOf = (offset: number): number => {
    const [inHtml, inSource] = starts.findLast(([start]) => start <= offset) ?? [0, 0];
    return lineAt(source, Math.min(source.length, inSource + offset - inHtml));
  };
  return { html, names, lineOf };
};

const elementsOf = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];
const commentsOf = (node: Node): DefaultTreeAdapterTypes.CommentNode[] => [
  ...(node.nodeName === '#comment' && 'data' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(commentsOf) : []),
];

/** Whether a place that a link leads to is one of the archive, or says its whole address. */
const linkProblem = (value: string, names: Probe['names'], files: Needs['files']): string | null => {
  const [first] = value.matchAll(SIGN);
  const name = first?.index === 0 ? names[Number(first[1])] : undefined;
  if (name?.name === 'root') {
    const rest = value.slice(first?.[0].length);
    return files.has(rest) ? null : `The archive has no “${rest}” that a page could lead to.`;
  }
  if (name?.is === 'address' && value === first?.[0]) return null;
  if (/^(?:https?:\/\/|mailto:|tel:|#)/i.test(value)) return null;
  return 'A link begins with {{root}}, with https:// or with #.';
};

/** All that is wrong with a template's form, in order. */
export const checkTemplate = (template: Template, needs: Needs): readonly TemplateProblem[] => {
  const problems: TemplateProblem[] = [];
  const { html, names, lineOf } = probe(template);
  const wrong = (offset: number | undefined, message: string): void =>
    void problems.push({ line: lineOf(offset ?? 0), message });
  const options = {
    sourceCodeLocationInfo: true as const,
    onParseError: ({ code, startOffset }: { code: string; startOffset: number }) =>
      wrong(startOffset, `This is no whole HTML: ${code.replaceAll('-', ' ')}.`),
  };
  const root = needs.document ? parse(html, options) : parseFragment(html, options);
  const elements = elementsOf(root).filter(({ sourceCodeLocation }) => Boolean(sourceCodeLocation));
  const shown = new Set<number>();
  /** Texts and addresses may stand in words and in values; HTML that was made stands for elements, and is read as a comment. */
  const see = (text: string): void => {
    for (const [, number] of text.matchAll(SIGN)) if (names[Number(number)]?.is !== 'made') shown.add(Number(number));
  };
  if (template.source.includes('standfirstname'))
    wrong(0, 'The letters “standfirstname” are kept for Standfirst itself.');
  for (const element of elements) {
    const { tagName, attrs, sourceCodeLocation: place } = element;
    if (!ELEMENTS.has(tagName)) {
      wrong(place?.startOffset, `“<${tagName}>” may not stand in a template.`);
      continue;
    }
    if (!VOID.has(tagName) && place && !place.endTag) wrong(place.startOffset, `“<${tagName}>” is not closed.`);
    for (const { name, value } of attrs) {
      const at = place?.attrs?.[name];
      const written = html.slice(at?.startOffset, at?.endOffset);
      if (!ATTRIBUTES.test(name)) wrong(at?.startOffset, `“${name}” may not stand in a template.`);
      if (/standfirstname/.test(value) && !/=\s*["']/.test(written))
        wrong(at?.startOffset, `Put the value of “${name}” in quote marks: a text stands in it.`);
      see(value);
      if (name === 'href') {
        const problem = linkProblem(value, names, needs.files);
        if (problem !== null) wrong(at?.startOffset, problem);
      }
      if (name === 'src' && !/^standfirstname\d+x/.test(value))
        wrong(at?.startOffset, 'A picture is one of the archive’s own: its place begins with {{root}}.');
    }
    if (tagName === 'img' && !attrs.some(({ name }) => name === 'alt'))
      wrong(place?.startOffset, '“<img>” needs an “alt”, which may be empty.');
    for (const child of element.childNodes) if ('value' in child) see(child.value);
  }
  for (const child of root.childNodes) if ('value' in child) see(child.value);
  for (const { data, sourceCodeLocation } of commentsOf(root)) {
    const made = /^standfirstname(\d+)x$/.exec(data);
    if (made) shown.add(Number(made[1]));
    else if (/standfirstname/.test(data)) wrong(sourceCodeLocation?.startOffset, 'A name may not stand in a comment.');
  }
  const namesIn = (element: Element): string[] => {
    const { startOffset = 0, endOffset = 0 } = element.sourceCodeLocation ?? {};
    return [...html.slice(startOffset, endOffset).matchAll(SIGN)].map(
      ([, number]) => names[Number(number)]?.name ?? '',
    );
  };
  names.forEach(({ name, at }, number) => {
    if (!shown.has(number))
      problems.push({
        line: lineAt(template.source, at),
        message: `“{{${name}}}” stands where no text may: write it between tags, or in an attribute in quote marks.`,
      });
  });
  for (const [name, why] of Object.entries(needs.once)) {
    const count = names.filter((each) => each.name === name).length;
    if (count !== 1)
      problems.push({ line: 1, message: `“{{${name}}}” must stand in it once, and stands ${count} times: ${why}` });
  }
  for (const { name, says, has } of needs.elements) {
    const found = elements.filter(({ tagName }) => tagName === name);
    const isThere = found.every((each) =>
      has(namesIn(each), new Map(each.attrs.map((attr) => [attr.name, attr.value]))),
    );
    if (found.length !== 1 || !isThere) wrong(found[0]?.sourceCodeLocation?.startOffset, says);
  }
  return problems.sort((a, b) => a.line - b.line);
};
