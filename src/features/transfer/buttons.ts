import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const word = z.enum(['kader', 'insentif', 'bank']);
const digest = z.string().regex(/^[0-9a-f]{12}$/);

/** "How do I import …?", or what the file that just came holds. */
export const wordButton = defineButton('imp.what', [word]);
/** Carries which plan was shown, so that nothing else is applied. */
export const applyButton = defineButton('imp.do', [word, idArgument, digest]);
export const cancelButton = defineButton('imp.no', [word, idArgument]);

/** Stops the checking that the update with this number began. */
export const stopButton = defineButton('imp.stop', [idArgument]);

const page = z.coerce.number().int().min(0).max(10_000);

/** What was imported: the list from a page on, one file, and what there is to do about it. */
export const historyButton = defineButton('imp.log', [page]);
export const fileButton = defineButton('imp.file', [idArgument]);
export const nextButton = defineButton('imp.next', [word, idArgument]);
/** Taking a file back: what that would do, doing it, leaving it. */
export const undoButton = defineButton('imp.undo', [word, idArgument]);
export const undoNowButton = defineButton('imp.back', [word, idArgument]);
export const keepButton = defineButton('imp.keep', []);

/** A second person's decision about a request, the details of it, and taking one's own request back. */
export const decideButton = defineButton('imp.dec', [
  word,
  idArgument,
  z.enum(['approved', 'rejected']),
]);
export const reviewButton = defineButton('imp.see', [word, idArgument]);
export const withdrawButton = defineButton('imp.take', [word, idArgument]);

/** Whom a doubtful row means: the next doubt, a choice (0: nobody), and back to the dry run. */
export const chooseButton = defineButton('imp.who', [word, idArgument]);
export const pickButton = defineButton('imp.pick', [
  word,
  idArgument,
  digest,
  z.coerce.number().int().min(0),
]);
export const resultButton = defineButton('imp.run', [word, idArgument]);
