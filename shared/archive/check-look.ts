import { colourProblems } from './colours';
import type { Finding } from './model';
import { type ArchiveSettings, lookProblems } from './theme';

const finding = (code: Finding['code'], headline: string, message: string): Finding => ({
  code,
  release: null,
  headline,
  message,
  quote: null,
  words: null,
  override: null,
});

/** What stands against the organisation's own look: a template or a style that is broken, colours that cannot be read. */
export const checkLook = (settings: ArchiveSettings): Finding[] => [
  ...lookProblems(settings.lookFiles ?? {}).map(({ file, line, message }) =>
    finding('template-broken', `look/${file}`, `look/${file}, line ${line}: ${message}`),
  ),
  ...colourProblems(settings.look ?? {}).map(({ message }) => ({
    ...finding('look-unreadable', 'The newsroom’s settings', message),
    settings: 'look' as const,
  })),
];
