import { expect, test } from 'vitest';
import { EXPORTS_FOLDER } from '../export/keep-report';
import { PEOPLE_FILE, QUARANTINE, RELEASES_FOLDER, RELEASE_FILE, SETTINGS_FILE, TEXT_FILE } from './folders';
import { LOOK_FOLDER } from './look';
import { readmeText } from './readme';
import { TRASH_FOLDER } from './trash';

test('what a newsroom holds is told in it, and what of that is no text', () => {
  const told = readmeText('Eastmere Council');
  for (const name of [SETTINGS_FILE, PEOPLE_FILE, RELEASE_FILE, TEXT_FILE]) expect(told).toContain(`${name} `);
  for (const name of [RELEASES_FOLDER, TRASH_FOLDER, LOOK_FOLDER, EXPORTS_FOLDER, QUARANTINE, 'media'])
    expect(told).toContain(`${name}/`);
  expect(told).toContain('Every file but the pictures is plain UTF-8 text.');
});
