import type { Undoing } from '../transfer/importer.ts';
import {
  changesOf,
  countChanges,
  laterChanges,
  periodsOf,
  writeMonths,
} from './change-repository.ts';
import { lockedAmong } from './lock-repository.ts';
import { recallNotices } from './notices.ts';

/**
 * Takes a list of payments back: every month is as it was before, months it recorded first are gone, and its news
 * that have not left never will. What a later list changed again has to be undone first.
 */
export const incentiveUndoing: Undoing = {
  async plan(db, importId) {
    const { created, changed } = await countChanges(db, importId);
    const later = await laterChanges(db, importId);
    return {
      restored: changed,
      removed: created,
      later: later.map(({ importId, months }) => ({ importId, rows: months })),
      locked: await lockedAmong(db, await periodsOf(db, importId)),
    };
  },

  async carryOut(tx, importId, now) {
    for await (const changes of changesOf(tx, importId))
      await writeMonths(
        tx,
        changes.map(({ before, after, ...month }) => ({ ...month, before: after, after: before })),
        { importId, undo: true },
        now,
      );
    await recallNotices(tx, importId, now);
  },
};
