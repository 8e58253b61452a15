import type { Kader } from '../kader/repository.ts';
import type { RowPlace } from '../transfer/schema.ts';
import type { CellProblem } from './reading.ts';

/** Why a row is left out. */
export type RosterProblem =
  | CellProblem
  /** The row with that number says the same. */
  | { why: 'repeated'; of: RowPlace }
  /** The number stands with somebody else in the same file. */
  | { why: 'number_twice'; with: RowPlace; name: string }
  /** The same person stands there with another number. */
  | { why: 'person_twice'; with: RowPlace }
  /** The roster has the number under another name. */
  | { why: 'number_of_other'; owner: Kader }
  /** Several on the roster have that name in that area, and no number tells them apart. */
  | { why: 'namesakes'; count: number };
