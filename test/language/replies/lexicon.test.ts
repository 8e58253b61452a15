import { expect, test } from 'vitest';
import { bare } from '../../../src/language/replies/lexicon.ts';
import { ATTENDANCE } from '../../../src/language/replies/lexicon-attendance.ts';
import { COMMON } from '../../../src/language/replies/lexicon-common.ts';
import { COURTESY } from '../../../src/language/replies/lexicon-courtesy.ts';
import { GRAMMAR } from '../../../src/language/replies/lexicon-grammar.ts';
import { REASONS } from '../../../src/language/replies/lexicon-reasons.ts';
import { TOPICS } from '../../../src/language/replies/lexicon-topics.ts';

/** `lemma tags = variants`: the lemma and its variants. */
const spellingsOf = (line: string): string[] => {
  const [head = '', tail] = line.split('=');
  return tail === undefined ? [] : [head.trim().split(/\s+/)[0] ?? '', ...tail.trim().split(/\s+/)];
};

test('every spelling stands once: the first would hide the others', () => {
  const tables = [GRAMMAR, ATTENDANCE, COURTESY, REASONS, TOPICS];
  const spellings = [
    ...tables.flatMap((table) => table.split('\n').flatMap(spellingsOf)),
    ...COMMON.trim().split(/\s+/),
  ]
    .map(bare)
    .filter((form) => form !== '');
  const repeated = spellings.filter((form, at) => spellings.indexOf(form) !== at);
  expect(repeated).toEqual([]);
});
