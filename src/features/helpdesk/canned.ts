import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Actor } from '../access/rules.ts';
import {
  type CannedAnswer,
  changeCanned,
  createCanned,
  deleteCanned,
  findCanned,
  listCanned,
} from './canned-repository.ts';

/** Answers kept for questions that come often. Every change leaves an audit row. */
export interface CannedService {
  list(): Promise<CannedAnswer[]>;
  find(id: number): Promise<CannedAnswer | null>;
  /** Keeps an answer: a new one, or with `id` instead of that one. @returns null: it is gone meanwhile */
  keep(
    who: Actor,
    answer: { id: number | null; title: string; text: string },
  ): Promise<CannedAnswer | null>;
  /** @returns whether it was there */
  remove(who: Actor, id: number): Promise<boolean>;
}

export function createCannedService({ db, transact, clock }: Ports): CannedService {
  return {
    list: () => listCanned(db),
    find: (id) => findCanned(db, id),

    keep: (who, { id: known, title, text }) =>
      transact(async (tx) => {
        const now = clock.now();
        const before = known === null ? null : await findCanned(tx, known);
        if (known !== null && before === null) return null;
        const after = { title, text };
        const id = known ?? (await createCanned(tx, { ...after, createdById: who.accountId }, now));
        if (known !== null) await changeCanned(tx, { id, ...after }, now);
        await writeAudit(tx, {
          at: now,
          accountId: who.accountId,
          action: 'canned.keep',
          subject: `canned:${id}`,
          ...(before === null ? {} : { before: { ...before } }),
          after,
        });
        return { id, ...after };
      }),

    remove: (who, id) =>
      transact(async (tx) => {
        const before = await findCanned(tx, id);
        if (before === null || !(await deleteCanned(tx, id))) return false;
        await writeAudit(tx, {
          at: clock.now(),
          accountId: who.accountId,
          action: 'canned.remove',
          subject: `canned:${id}`,
          before: { ...before },
        });
        return true;
      }),
  };
}
