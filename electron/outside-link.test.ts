import { describe, expect, test } from 'vitest';
import { outsideLink } from './outside-link';

describe('a link that leads outside', () => {
  test.each([
    ['https://council.example/news', 'https://council.example/news'],
    ['HTTP://Council.example', 'http://council.example/'],
    ['mailto:press@council.example', 'mailto:press@council.example'],
    ['tel:+441632960123', 'tel:+441632960123'],
  ])('may be opened: %s', (text, href) => expect(outsideLink(text)).toBe(href));

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'file:///etc/passwd',
    'smb://server.example/share',
    'data:text/html,x',
    'app://standfirst/index.html',
    'ms-msdt:/id',
    'vbscript:x',
    'https://council.example@elsewhere.example/',
    'council.example',
    '/etc/passwd',
    '',
  ])('is refused: %s', (text) => expect(outsideLink(text)).toBeNull());

  test('shows a foreign host in letters that cannot deceive', () => {
    expect(outsideLink('https://cоuncil.example/')).toMatch(/^https:\/\/xn--/);
  });
});
