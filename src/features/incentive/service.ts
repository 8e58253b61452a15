import type { PlaceFinder } from '../../language/place-names/finder.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { findPeople, type Kader } from '../kader/repository.ts';
import type { Applying, Importer } from '../transfer/importer.ts';
import { createPlaceCells } from '../transfer/place-cells.ts';
import type { TableNotes } from '../transfer/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { personFinder } from './matching.ts';
import { type IncentivePlan, monthKey, type PlannedMonth, planIncentives } from './planning.ts';
import { type ReadMonth, readIncentiveRow } from './reading.ts';
import { changeRecords, insertRecords, readRates, recordsFor } from './repository.ts';
import { dayOfInstant, rateFor } from './rules.ts';
import { type IncentiveTable, incentiveTable } from './schema.ts';
import { readIncentiveTable } from './table.ts';

/** A plan with what is told about the file besides. */
export interface IncentiveCheck extends IncentivePlan {
  notes: TableNotes;
  /** Months with another amount than the standing one. */
  offRate: { month: PlannedMonth; standing: number }[];
  /** On the list, but not registered with the bot. */
  notRegistered: Kader[];
  /** Registered in the kecamatan and with the jabatan the list is about, but not on it. */
  notOnList: Kader[];
  /** Rows whose remark held a long number. */
  numbersHidden: number;
}

/** The list of payments as a table that staff bring. */
export function createIncentiveImporter(
  wilayah: Wilayah,
  finder: PlaceFinder,
): Importer<IncentiveTable, IncentiveCheck> {
  const places = createPlaceCells(wilayah, finder);
  return {
    kind: 'INCENTIVE',
    schema: incentiveTable,
    read: readIncentiveTable,
    async plan(db, { rows: written, notes }, now) {
      const today = dayOfInstant(now);
      const rows = written.flatMap((row) => readIncentiveRow(row, places, today));
      const { meant, nearby } = await peopleOf(db, rows);
      const find = personFinder(everyoneOnce([...meant, ...nearby]));
      const recorded = await recordsFor(
        db,
        meant.map(({ id }) => id),
        [...new Set(rows.flatMap(({ month }) => month?.period ?? []))],
      );
      const plan = planIncentives(
        rows,
        find,
        new Map(recorded.map((record) => [monthKey(record.kaderId, record.period), record])),
      );
      const rates = await readRates(db);
      const all = [...plan.created, ...plan.changed, ...plan.unchanged];
      return {
        ...plan,
        notes,
        offRate: all.flatMap((month) => {
          const rate = rateFor(rates, month.kader.jabatan, month.period);
          if (rate === null || rate.amount === month.after.amount) return [];
          return [{ month, standing: rate.amount }];
        }),
        ...comparedWithRoster(all, plan.refused, nearby),
        numbersHidden: rows.filter(({ numberHidden }) => numberHidden).length,
      };
    },
    count: ({ created, changed, unchanged, refused }) => ({
      created: created.length,
      changed: changed.length,
      unchanged: unchanged.length,
      refused: refused.length,
    }),
    decisions: ({ created, changed }) =>
      [...created, ...changed].map(({ kader, period, before, after }) => [
        kader.id,
        period,
        before === null ? null : { ...before, updatedAt: null },
        after,
      ]),
    apply: applyIncentives,
  };
}

/** Everybody the rows may mean, and everybody on the roster of the kecamatan that they are about. */
async function peopleOf(
  db: Db | Tx,
  rows: readonly ReadMonth[],
): Promise<{ meant: Kader[]; nearby: Kader[] }> {
  const said = rows.map(({ person }) => person);
  const phones = new Map(
    said.flatMap(({ phone }) => (phone ? [[phone.e164, phone] as const] : [])),
  );
  const meant = await findPeople(db, {
    phones: [...phones.values()],
    nameKeys: [...new Set(said.map(({ nameKey }) => nameKey))].filter((key) => key !== ''),
    kecamatanCodes: [],
  });
  const kecamatan = [...meant, ...said.flatMap(({ area }) => area ?? [])];
  const nearby = await findPeople(db, {
    phones: [],
    nameKeys: [],
    kecamatanCodes: [...new Set(kecamatan.map(({ kecamatanCode }) => kecamatanCode))],
  });
  return { meant, nearby };
}

function everyoneOnce(people: readonly Kader[]): Kader[] {
  return [...new Map(people.map((kader) => [kader.id, kader])).values()];
}

/** Whom list and roster do not share. A refused row still shows that its person is on the list. */
function comparedWithRoster(
  months: readonly PlannedMonth[],
  refused: IncentivePlan['refused'],
  nearby: readonly Kader[],
): Pick<IncentiveCheck, 'notRegistered' | 'notOnList'> {
  const listed = new Map(months.map(({ kader }) => [kader.id, kader]));
  const areas = new Set([...listed.values()].map((k) => `${k.jabatan}|${k.kecamatanCode}`));
  const candidates = new Set(
    refused.flatMap(({ problems }) =>
      problems.flatMap((problem) =>
        'candidates' in problem ? problem.candidates.map(({ id }) => id) : [],
      ),
    ),
  );
  return {
    notRegistered: [...listed.values()].filter(({ account }) => account === null),
    notOnList: nearby.filter(
      (kader) =>
        kader.account !== null &&
        !listed.has(kader.id) &&
        areas.has(`${kader.jabatan}|${kader.kecamatanCode}`) &&
        !candidates.has(kader.id),
    ),
  };
}

async function applyIncentives(
  tx: Tx,
  { created, changed }: IncentivePlan,
  { importId, now }: Applying,
): Promise<void> {
  await insertRecords(
    tx,
    created.map(({ kader, period, after }) => ({ kaderId: kader.id, period, after })),
    importId,
    now,
  );
  await changeRecords(
    tx,
    changed.flatMap(({ before, after }) =>
      before === null ? [] : [{ id: before.id, before, after }],
    ),
    importId,
    now,
  );
}
