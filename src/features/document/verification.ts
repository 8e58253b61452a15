import type { Db } from '../../platform/database.ts';
import { hashOf, readCode } from './codes.ts';
import { findPaper, type IssuedPaper } from './repository.ts';

/** What is said about a paper by its code. */
export type Verification =
  | { ok: true; paper: IssuedPaper; isRevoked: boolean }
  | { ok: false; reason: 'no_code' | 'unknown' };

/** Finds the paper with a code, however the code was typed. */
export async function verify(db: Db, typed: string): Promise<Verification> {
  const code = readCode(typed);
  if (code === null) return { ok: false, reason: 'no_code' };
  const found = await findPaper(db, code);
  return found === null ? { ok: false, reason: 'unknown' } : { ok: true, ...found };
}

/** The hashes of files that are this paper: as a rule one, more where versions of the program drew it. */
export function fileHashesOf({ fileHash, facts }: IssuedPaper): string[] {
  return facts.kind === 'CERTIFICATE' ? [fileHash, ...facts.otherFiles] : [fileHash];
}

/** What is said of a file that somebody has; `failed`: it did not arrive whole. */
export type FileVerdict = 'genuine' | 'altered' | 'failed';

/** Whether a file is a paper, byte by byte. */
export function verdictOn(file: Buffer, paper: IssuedPaper): FileVerdict {
  return fileHashesOf(paper).includes(hashOf(file)) ? 'genuine' : 'altered';
}
