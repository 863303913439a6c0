import { describe, expect, test } from 'vitest';
import { escape } from './html';
import { type Shape, type View, readTemplate, renderTemplate } from './template';

const SHAPE: Shape = {
  name: 'text',
  to: 'address',
  main: 'made',
  isOpen: 'yes',
  links: { name: 'text', to: 'address' },
  person: { role: 'text' },
};
const shown = (source: string, view: View): string => {
  const template = readTemplate(source, SHAPE);
  if (!template.ok) throw new Error(template.fault.map(({ message }) => message).join(' '));
  return renderTemplate(template.value, view, escape);
};
const problems = (source: string): readonly string[] => {
  const template = readTemplate(source, SHAPE);
  return template.ok ? [] : template.fault.map(({ line, message }) => `${line}: ${message}`);
};

describe('a template', () => {
  test('shows texts escaped, and what the archive made as it is', () => {
    expect(shown('<p>{{name}} {{ name }}</p>{{main}}', { name: '<b>"\'&', main: { made: '<i>x</i>' } })).toBe(
      '<p>&lt;b&gt;&quot;&#39;&amp; &lt;b&gt;&quot;&#39;&amp;</p><i>x</i>',
    );
  });
  test('goes through lists, into things, and past what is not there', () => {
    const view = {
      name: 'Out',
      links: [{ name: 'A', to: 'a' }, { to: 'b' }],
      person: { role: 'Mayor' },
      isOpen: false,
    };
    expect(shown('{{#links}}{{name}}={{to};{{/links}}'.replace('{{to};', '{{to}};'), view)).toBe('A=a;Out=b;');
    expect(shown('{{#person}}{{role}} {{name}}{{/person}}{{^isOpen}}shut{{/isOpen}}', view)).toBe('Mayor Outshut');
    expect(shown('{{#isOpen}}open{{/isOpen}}{{^links}}none{{/links}}{{#name}}[{{name}}]{{/name}}', { links: [] })).toBe('none'); // prettier-ignore
  });
  test('loses the line on which a section or a comment stands alone, as Mustache has it', () => {
    expect(shown('a\n  {{#isOpen}}\nb\n{{/isOpen}}\n{{! more }}\nc {{! x }}\n', { isOpen: true })).toBe('a\nb\nc \n');
  });
  test('knows nothing that a view does not have itself', () => {
    expect(shown('{{name}}{{#isOpen}}x{{/isOpen}}', Object.create({ name: 'inherited', isOpen: true }) as View)).toBe(
      '',
    );
  });
});

describe('a template that is broken', () => {
  test.each([
    ['<p>\n{{nam}}', '2: “nam” is no name that stands here.'],
    ['{{constructor}}', '1: “constructor” is no name that stands here.'],
    ['a\nb {{{name}}}', '2: “{{{name}}}” asks for a text that is not escaped. Write “{{name}}”.'],
    ['{{& name}}', '1: “{{& name}}” asks for a text that is not escaped. Write “{{name}}”.'],
    ['{{#links}}\n\n', '1: The section “links” is not closed. Write “{{/links}}”.'],
    ['{{/links}}', '1: “{{/links}}” closes a section that is not open.'],
    ['{{#isOpen}}\n{{/links}}', '2: “{{/links}}” stands where “{{/isOpen}}” would close the section of line 1.'],
    ['\n{{> other}}', '2: “{{> other}}” is more of Mustache than a template here may use.'],
    ['{{=<% %>=}}', '1: “{{=<% %>=}}” is more of Mustache than a template here may use.'],
    ['{{name', '1: “{{” begins a tag that does not end. Close it with “}}”.'],
    ['{{links}}', '1: “links” is for a section: “{{#links}}…{{/links}}”.'],
    ['{{#person}}{{to}}{{/person}}{{role}}', '1: “role” is no name that stands here.'],
  ])('%j says where and why', (source, problem) => {
    expect(problems(source)).toEqual([problem]);
  });
});
