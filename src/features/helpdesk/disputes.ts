import type { Db, Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Grants } from '../access/rules.ts';
import { fileOfMonth, recordsFor } from '../incentive/repository.ts';
import { monthRecord } from '../incentive/schema.ts';
import type { Delivery } from './delivery.ts';
import { serviceAt } from './hours.ts';
import type { HelpdeskLetters } from './letters.ts';
import { listDisputes } from './list-repository.ts';
import { changeTicket, createTicket, findOpenDispute, findTicket } from './repository.ts';
import { disputesFor, sameRecord } from './rules.ts';
import type { DisputeKind, MonthFacts } from './schema.ts';
import type { Passed } from './service.ts';
import { readServiceTimes } from './settings-repository.ts';
import { addWords } from './thread-repository.ts';
import type { Words } from './words-reading.ts';

export type DisputeOutcome =
  | Passed
  /** The same is open already. */
  | { ok: false; reason: 'already'; ticketId: number }
  /** Nothing is recorded of the month, or it is not said to have been paid. */
  | { ok: false; reason: 'nothing_to_doubt' };

/** Doubting one month of one's own money. */
export interface DisputeService {
  /** Whether the month can be doubted so, as it is recorded now. */
  mayOpen(who: Grants['kader'], period: string, kind: DisputeKind): Promise<boolean>;
  /** Sends the doubt to the office, with what is recorded beside it. @param words null: nothing more to say */
  open(
    who: Grants['kader'],
    doubt: { period: string; kind: DisputeKind },
    words: Words | null,
  ): Promise<DisputeOutcome>;
  /**
   * Tells everybody with an open doubt whose month is recorded otherwise by now, whoever changed it.
   *
   * @returns how many
   */
  tellChanges(): Promise<number>;
}

export function createDisputeService(
  { db, transact, clock }: Ports,
  delivery: Delivery,
  letters: HelpdeskLetters,
): DisputeService {
  return {
    async mayOpen(who, period, kind) {
      const { record } = await factsOf(db, who.kader.id, period);
      return record !== null && disputesFor(record.status).includes(kind);
    },

    open: (who, { period, kind }, words) =>
      transact(async (tx): Promise<DisputeOutcome> => {
        const now = clock.now();
        const kaderId = who.kader.id;
        const known = await findOpenDispute(tx, { kaderId, period, kind });
        if (known !== null) return { ok: false, reason: 'already', ticketId: known };
        const facts = await factsOf(tx, kaderId, period);
        if (facts.record === null || !disputesFor(facts.record.status).includes(kind))
          return { ok: false, reason: 'nothing_to_doubt' };
        const { accountId } = who;
        const openKey = `${kaderId}:${period}:${kind}`;
        const ticketId = await createTicket(
          tx,
          { kind, status: 'WAITING', accountId, kaderId, period, facts, openKey },
          now,
        );
        if (words !== null)
          await addWords(tx, { ...words, ticketId, fromOffice: false, accountId }, now);
        const media = words?.media ?? null;
        await delivery.toOffice(tx, ticketId, { news: 'new', key: 'new', media }, now);
        const service = serviceAt(await readServiceTimes(tx), now);
        return { ok: true, ticketId, service, hidden: words?.hidden ?? false };
      }),

    async tellChanges() {
      const open = await listDisputes(db);
      if (open.length === 0) return 0;
      const records = await recordsFor(
        db,
        [...new Set(open.flatMap(({ asker }) => asker.kader?.id ?? []))],
        [...new Set(open.flatMap(({ period }) => period ?? []))],
      );
      const recorded = new Map(
        records.map((record) => [`${record.kaderId}:${record.period}`, record]),
      );
      let told = 0;
      for (const { id, asker, period, facts } of open) {
        const now = recorded.get(`${asker.kader?.id}:${period}`) ?? null;
        if (sameRecord(facts?.record ?? null, now)) continue;
        if (await transact((tx) => tellChange(tx, id, clock.now()))) told += 1;
      }
      return told;
    },
  };

  async function tellChange(tx: Tx, ticketId: number, now: Date): Promise<boolean> {
    const ticket = await findTicket(tx, ticketId);
    const kaderId = ticket?.asker.kader?.id;
    if (ticket === null || kaderId === undefined || ticket.period === null) return false;
    const before = ticket.facts;
    const after = await factsOf(tx, kaderId, ticket.period);
    if (ticket.status === 'CLOSED' || sameRecord(before?.record ?? null, after.record))
      return false;
    await changeTicket(tx, ticketId, { facts: after });
    const message = letters.corrected(ticket, { before, after });
    await delivery.toAsker(tx, ticket, { key: `corrected:${ticket.revision}`, message }, now);
    await delivery.refresh(tx, ticketId, now);
    return true;
  }
}

async function factsOf(db: Db | Tx, kaderId: number, period: string): Promise<MonthFacts> {
  const [record] = await recordsFor(db, [kaderId], [period]);
  if (record === undefined) return { record: null, file: null };
  return { record: monthRecord.parse(record), file: await fileOfMonth(db, kaderId, period) };
}
