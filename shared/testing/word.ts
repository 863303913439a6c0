/* Word documents for tests, as their parts in XML. */

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
const relations = (...all: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
const part = (root: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:mc="urn:mc" xmlns:wp="urn:wp" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:m="urn:m" xmlns:a="urn:a">${inside}</w:${root}>`;

/** Words, as they stand in a run. */
export const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
/** A run of words, with the properties that it has. */
export const r = (text: string, look = '') => `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${t(text)}</w:r>`;
/** A paragraph of runs, with the properties that it has. */
export const para = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;

/**
 * The parts of a document with a body, and with others by their kind: each the name of its root, and what is in it. It is
 * related to `web`, a page on the web, and to `file`, a file of somebody's.
 */
export const wordParts = (
  body: string,
  others: Readonly<Record<string, readonly [root: string, inside: string]>> = {},
): ReadonlyMap<string, string> => {
  const named = Object.entries(others);
  return new Map([
    ['_rels/.rels', relations(relation('a', 'officeDocument', 'word/document.xml'))],
    ['word/document.xml', part('document', `<w:body>${body}</w:body>`)],
    [
      'word/_rels/document.xml.rels',
      relations(
        ...named.map(([kind], index) => relation(`p${index}`, kind.replace(/\d$/, ''), `${kind}.xml`)),
        relation('web', 'hyperlink', 'https://example.example/a?b=1&amp;c=2', 'External'),
        relation('file', 'hyperlink', 'file:///C:/secret.docx', 'External'),
      ),
    ],
    ...named.map(([kind, [root, inside]]) => [`word/${kind}.xml`, part(root, inside)] as const),
  ]);
};
