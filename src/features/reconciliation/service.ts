import type { PlaceFinder } from '../../language/place-names/finder.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { flatMapInTurns } from '../../platform/event-loop.ts';
import { writeMonths } from '../incentive/change-repository.ts';
import { createChoosing } from '../incentive/choices.ts';
import { lockedAmong } from '../incentive/lock-repository.ts';
import { personFinder } from '../incentive/matching.ts';
import { monthKey } from '../incentive/planning.ts';
import { recordsFor } from '../incentive/repository.ts';
import { dayOfInstant } from '../incentive/rules.ts';
import { incentiveUndoing } from '../incentive/undoing.ts';
import { findPeople, type Kader } from '../kader/repository.ts';
import type { Doubt, Importer } from '../transfer/importer.ts';
import { createPlaceCells } from '../transfer/place-cells.ts';
import type { TableNotes } from '../transfer/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import {
  type BankPlan,
  isNews,
  planReconciliation,
  type ReadPayment,
  readBankRow,
} from './planning.ts';
import { type AwaitedPayment, awaitedIn, awaitedPeriods } from './repository.ts';
import { type BankTable, bankTable } from './schema.ts';
import { readBankTable } from './table.ts';

export type { AwaitedPayment } from './repository.ts';

/** A bank's result beside our list. */
export interface BankCheck extends BankPlan {
  /** The months it is about. */
  periods: string[];
  /** The file names no month, and this is the only one in which money of its people is on its way. */
  inferredPeriod: string | null;
  /** On our list as on the way to the bank, and not in the file. */
  missing: AwaitedPayment[];
  /** Whom staff may still choose. */
  doubts: Doubt[];
  notes: TableNotes;
  /** Rows whose reason held a long number. */
  numbersHidden: number;
}

/** What the bank says became of the payments, as a table that staff bring. */
export function createBankImporter(
  wilayah: Wilayah,
  finder: PlaceFinder,
): Importer<BankTable, BankCheck> {
  const places = createPlaceCells(wilayah, finder);
  return {
    kind: 'BANK_RESULT',
    schema: bankTable,
    read: readBankTable,

    async plan(db, { rows: written, notes }, now, choices, signal) {
      const today = dayOfInstant(now);
      const read = (period: string | null) =>
        flatMapInTurns(
          written,
          (row) => readBankRow({ ...row, periode: row.periode ?? period }, places, today),
          signal,
        );
      const firstLook = await read(null);
      const people = await peopleOf(db, firstLook);
      const inferredPeriod = await inferPeriod(db, written, people);
      const rows = inferredPeriod === null ? firstLook : await read(inferredPeriod);
      const periods = [...new Set(rows.flatMap(({ month }) => month?.period ?? []))].sort();
      const recorded = await recordsFor(
        db,
        people.map(({ id }) => id),
        periods,
      );
      const choosing = createChoosing(personFinder(people), choices);
      const plan = planReconciliation(
        rows,
        choosing.find,
        new Map(recorded.map((record) => [monthKey(record.kaderId, record.period), record])),
        new Set(await lockedAmong(db, periods)),
      );
      return {
        ...plan,
        periods,
        inferredPeriod,
        missing: await missingFrom(db, plan, periods),
        doubts: choosing.open(plan.unexpected, wilayah),
        notes,
        numbersHidden: rows.filter(({ numberHidden }) => numberHidden).length,
      };
    },

    count({ paid, failed, unexpected }) {
      const changed = [...paid, ...failed].filter(isNews).length;
      return {
        created: 0,
        changed,
        unchanged: paid.length + failed.length - changed,
        refused: unexpected.length,
      };
    },

    doubts: ({ doubts }) => doubts,

    decisions: ({ paid, failed }) =>
      [...paid, ...failed]
        .filter(isNews)
        .map(({ kader, period, before, after }) => [
          kader.id,
          period,
          before === null ? null : { ...before, updatedAt: null },
          after,
        ]),

    async apply(tx, { paid, failed }, { importId, now }) {
      // Where the bank names no day, it is today; not so in the plan, which may be applied after midnight.
      const today = dayOfInstant(now);
      const changes = [...paid, ...failed].filter(isNews).map((month) => ({
        kaderId: month.kader.id,
        period: month.period,
        before: month.before,
        after: { ...month.after, statusDate: month.after.statusDate ?? today },
      }));
      await writeMonths(tx, changes, { importId }, now);
    },

    undoing: incentiveUndoing,
  };
}

/** Everybody the rows may mean, with those of the kecamatan they name, who may be called similarly. */
async function peopleOf(db: Db | Tx, rows: readonly ReadPayment[]): Promise<Kader[]> {
  const said = rows.map(({ person }) => person);
  const phones = said.flatMap(({ phone }) => (phone ? [[phone.e164, phone] as const] : []));
  return findPeople(db, {
    phones: [...new Map(phones).values()],
    nameKeys: [...new Set(said.map(({ nameKey }) => nameKey))].filter((key) => key !== ''),
    kecamatanCodes: [...new Set(said.flatMap(({ area }) => area?.kecamatanCode ?? []))],
  });
}

/** The one month that can be meant where rows name none: the only one in which their money is on its way. */
async function inferPeriod(
  db: Db | Tx,
  written: BankTable['rows'],
  people: readonly Kader[],
): Promise<string | null> {
  if (written.every(({ periode }) => periode !== null)) return null;
  const periods = await awaitedPeriods(
    db,
    people.map(({ id }) => id),
  );
  const [only = null] = periods;
  return periods.size === 1 ? only : null;
}

async function missingFrom(
  db: Db | Tx,
  { paid, failed, unexpected }: BankPlan,
  periods: readonly string[],
): Promise<AwaitedPayment[]> {
  const months = [...paid, ...failed, ...unexpected.flatMap(({ month }) => month ?? [])];
  const inFile = new Set(months.map(({ kader, period }) => monthKey(kader.id, period)));
  return (await awaitedIn(db, periods)).filter(
    ({ kaderId, period }) => !inFile.has(monthKey(kaderId, period)),
  );
}
