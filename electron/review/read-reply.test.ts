import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultOf, temporaryFolders, valueOf } from '../newsroom/testing';
import { readReply } from './read-reply';

const temporary = temporaryFolders();
const WORDS = 'STANDFIRST REMARKS 1\n| “Two boats,” they said – in Wyr.\n';

test('what a reviewer sent back is read as it was written', async () => {
  const file = join(await temporary(), 'remarks.txt');
  await writeFile(file, WORDS);
  expect(valueOf(await readReply(file))).toBe(WORDS);
});

test('remarks that a program saved in other letters are refused, with no word of them changed', async () => {
  const file = join(await temporary(), 'remarks.txt');
  await writeFile(file, Buffer.from(WORDS.replace(/[“”]/gu, '\u0093').replace('–', '\u0096'), 'latin1'));
  expect(faultOf(await readReply(file))).toMatchObject({ code: 'invalid', where: file });
});
