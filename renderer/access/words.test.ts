import { describe, expect, test } from 'vitest';
import { accessWords } from './words';

const at = { now: new Date('2026-11-22T15:00:00.000Z'), zone: 'Europe/London' };
const holder = { who: 'Ada Price', machine: 'desk-2', since: '2026-11-22T14:05:41.000Z' };

describe('what is said while somebody else has the newsroom', () => {
  test('is nothing for who writes', () => {
    expect(accessWords({ kind: 'write' }, at)).toBeNull();
  });

  test('names who has it, where and since when', () => {
    expect(accessWords({ kind: 'read', holder, lost: false }, at)).toMatchObject({
      kind: 'warn',
      title: 'Ada Price has this newsroom open on desk-2 since Sun 22 Nov, 14:05',
      act: 'Take over',
    });
  });

  test('is loud for who had it', () => {
    expect(accessWords({ kind: 'read', holder, lost: true }, at)).toMatchObject({
      kind: 'stop',
      title: 'Ada Price took this newsroom over on desk-2: Sun 22 Nov, 14:05',
    });
  });

  test('does without a name where none is known', () => {
    const nobody = { ...holder, who: '', machine: '' };
    expect(accessWords({ kind: 'read', holder: nobody, lost: false }, at)?.title).toBe(
      'Somebody has this newsroom open since Sun 22 Nov, 14:05',
    );
  });

  test('offers to write once nobody else does', () => {
    expect(accessWords({ kind: 'read', holder: null, lost: true }, at)).toMatchObject({
      kind: 'fine',
      act: 'Write here',
    });
  });

  test('says that a later Standfirst wrote it, and offers nothing that it cannot do', () => {
    const access = { kind: 'read', holder: null, lost: false, hindrance: { kind: 'later' } } as const;
    expect(accessWords(access, at)).toMatchObject({ kind: 'warn', act: null });
  });

  test('says why no backup could be made, and both ways on', () => {
    const hindrance = { kind: 'no-backup', message: 'The disk is full.' } as const;
    expect(accessWords({ kind: 'read', holder: null, lost: false, hindrance }, at)).toMatchObject({
      text: expect.stringMatching(/^The disk is full\. /) as string,
      act: 'Try again',
      otherwise: 'Open without a backup',
    });
  });
});
