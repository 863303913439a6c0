import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageFile } from './page-file';

const folder = path.resolve('/app/page');
const found = (address: string) => pageFile(address, folder)?.file ?? null;

describe('the file behind an address of the page', () => {
  test('lies in the page folder', () => {
    expect(pageFile('app://standfirst/index.html', folder)).toEqual({
      file: path.join(folder, 'index.html'),
      type: 'text/html; charset=utf-8',
    });
    expect(found('app://standfirst/assets/main-B1x_2.js?v=1#top')).toBe(path.join(folder, 'assets', 'main-B1x_2.js'));
  });

  test.each([
    'app://standfirst/../../package.js',
    'app://standfirst/%2e%2e/%2e%2e/package.js',
    'app://standfirst/..%2f..%2fpackage.js',
    'app://standfirst/%2e%2e%5c%2e%2e%5cpackage.js',
    'app://standfirst/..\\..\\package.js',
    'app://standfirst/a/..%2F..%2F..%2Fpackage.js',
    'app://standfirst//etc/x.js',
    'app://standfirst/%2fetc/x.js',
    'app://standfirst/C:/x.js',
    'app://standfirst/c%3a%5cx.js',
    'app://standfirst/index.html%00.js',
    'app://standfirst/%E0%A4%A.js',
    'app://standfirst/.hidden.js',
    'app://standfirst/',
    'app://standfirst',
    'app://elsewhere/index.html',
    'app://standfirst.example/index.html',
    'app://user@standfirst/index.html',
    'app://standfirst:80/index.html',
    'file:///etc/passwd',
    'https://standfirst/index.html',
    'index.html',
    '',
  ])('is not given for %s', (address) => {
    const file = found(address);
    // An address parser may fold a plain `..` away; what is left must still lie in the folder.
    if (file !== null) expect(path.relative(folder, file)).toBe('package.js');
  });

  test('is not given for %2e%2e%2f in any number of encodings', () => {
    expect(found('app://standfirst/%252e%252e%252fpackage.js')).toBeNull();
    expect(found('app://standfirst/..%2fpackage.js')).toBeNull();
  });

  test('is of a kind the page uses', () => {
    expect(found('app://standfirst/package.json')).toBeNull();
    expect(found('app://standfirst/main.cjs')).toBeNull();
    expect(found('app://standfirst/main.js.map')).toBeNull();
    expect(found('app://standfirst/README')).toBeNull();
  });
});
