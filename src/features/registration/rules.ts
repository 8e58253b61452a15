import type { Phone } from '../../platform/phone.ts';
import type { Wanted } from '../application/rules.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { Answers } from './schema.ts';

/** What is asked next of somebody who is not found by number. */
export type Question =
  | 'jabatan'
  | 'kecamatan'
  | 'kelurahan'
  | 'name'
  /** Is it one of these people on the roster? */
  | 'namesakes'
  /** They say they are on the roster, but nobody there is called so. */
  | 'not_found'
  | 'summary';

/** Answers with nothing missing. */
export type CompleteAnswers = Answers & {
  jabatan: Jabatan;
  kecamatanCode: string;
  name: string;
};

/** The next thing to ask: whatever is missing first. */
export function nextQuestion(answers: Answers): Question {
  if (answers.jabatan === null) return 'jabatan';
  if (answers.kecamatanCode === null) return 'kecamatan';
  if (answers.jabatan === 'PSM' && answers.kelurahanCode === null) return 'kelurahan';
  if (answers.name === null) return 'name';
  if (answers.namesakes.length > 0) return 'namesakes';
  return answers.claimsListed ? 'not_found' : 'summary';
}

/** Whether nothing is missing. */
export function isComplete(answers: Answers): answers is CompleteAnswers {
  const question = nextQuestion(answers);
  return question === 'namesakes' || question === 'not_found' || question === 'summary';
}

/** An empty form for that number (E.164). */
export function noAnswers(phone: string): Answers {
  return {
    phone,
    claimsListed: false,
    jabatan: null,
    kecamatanCode: null,
    kelurahanCode: null,
    name: null,
    namesakes: [],
  };
}

/**
 * The form with one answer more, or another one. What no longer fits is dropped: the kelurahan of another
 * kecamatan, the kelurahan of a TKSK, the namesakes of whoever it was before.
 */
export function withAnswer(
  answers: Answers,
  change: Partial<Pick<Answers, 'jabatan' | 'kecamatanCode' | 'kelurahanCode' | 'name'>>,
): Answers {
  const changed = { ...answers, ...change, namesakes: [] };
  const staysThere =
    changed.kecamatanCode === answers.kecamatanCode || change.kelurahanCode != null;
  return changed.jabatan === 'TKSK' || !staysThere ? { ...changed, kelurahanCode: null } : changed;
}

/** The form without its last answer, so that it is asked again. */
export function stepBack(answers: Answers): Answers {
  switch (nextQuestion(answers)) {
    case 'jabatan':
    case 'kecamatan':
      return withAnswer(answers, { jabatan: null });
    case 'kelurahan':
      return withAnswer(answers, { kecamatanCode: null });
    case 'name':
      return answers.jabatan === 'PSM'
        ? { ...answers, kelurahanCode: null }
        : withAnswer(answers, { kecamatanCode: null });
    case 'namesakes':
    case 'not_found':
    case 'summary':
      return withAnswer(answers, { name: null });
  }
}

/** What a complete form asks for. */
export function wantedNew(answers: CompleteAnswers, phone: Phone): Wanted {
  const { name, jabatan, kecamatanCode, kelurahanCode } = answers;
  return { kind: 'NEW', kaderId: null, name, jabatan, kecamatanCode, kelurahanCode, phone };
}
