import type { Word } from './words.ts';

/** What the bot should do for the sender's own attendance. */
export type Label =
  | 'hadir'
  | 'tidak_hadir'
  | 'izin'
  | 'ragu'
  | 'tanya'
  | 'insentif'
  | 'wakil'
  | 'lain';

/** A decision with how sure it is, from 0 to 1. */
export interface Decision {
  readonly label: Label;
  readonly confidence: number;
  /** For `wakil`: the substitute's words. */
  readonly who?: readonly Word[];
}
