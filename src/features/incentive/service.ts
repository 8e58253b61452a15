import type { PlaceFinder } from '../../language/place-names/finder.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { flatMapInTurns } from '../../platform/event-loop.ts';
import { findPeople, type Kader } from '../kader/repository.ts';
import type { Applying, Choices, Doubt, Importer } from '../transfer/importer.ts';
import { createPlaceCells } from '../transfer/place-cells.ts';
import type { TableNotes } from '../transfer/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { writeMonths } from './change-repository.ts';
import { createChoosing } from './choices.ts';
import { lockedAmong } from './lock-repository.ts';
import { personFinder } from './matching.ts';
import { type IncentivePlan, monthKey, type PlannedMonth, planIncentives } from './planning.ts';
import { type ReadMonth, readIncentiveRow } from './reading.ts';
import { readRates, recordsFor } from './repository.ts';
import { dayOfInstant, rateFor } from './rules.ts';
import { type IncentiveTable, incentiveTable } from './schema.ts';
import { readIncentiveStream, readIncentiveTable } from './table.ts';
import { incentiveUndoing } from './undoing.ts';

/** A plan with what is told about the file besides. */
export interface IncentiveCheck extends IncentivePlan {
  notes: TableNotes;
  /** Months with another amount than the standing one. */
  offRate: { month: PlannedMonth; standing: number }[];
  /** On the list, but not registered with the bot. */
  notRegistered: Kader[];
  /** Registered in the kecamatan and with the jabatan the list is about, but not on it. */
  notOnList: Kader[];
  /** Whom staff may still choose. */
  doubts: Doubt[];
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
    readStream: readIncentiveStream,
    async plan(db, { rows: written, notes }, now, choices, signal) {
      const today = dayOfInstant(now);
      const rows = await flatMapInTurns(
        written,
        (row) => readIncentiveRow(row, places, today),
        signal,
      );
      const { meant, nearby } = await peopleOf(db, rows);
      const choosing = createChoosing(personFinder(everyoneOnce([...meant, ...nearby])), choices);
      const periods = [...new Set(rows.flatMap(({ month }) => month?.period ?? []))];
      const recorded = await recordsFor(
        db,
        [...new Set([...meant.map(({ id }) => id), ...chosenIn(choices)])],
        periods,
      );
      const plan = planIncentives(
        rows,
        choosing.find,
        new Map(recorded.map((record) => [monthKey(record.kaderId, record.period), record])),
        new Set(await lockedAmong(db, periods)),
      );
      const rates = await readRates(db);
      const all = [...plan.created, ...plan.changed, ...plan.unchanged];
      return {
        ...plan,
        notes,
        doubts: choosing.open(plan.refused, wilayah),
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
    doubts: ({ doubts }) => doubts,
    *decisions({ created, changed }) {
      for (const { kader, period, before, after } of [...created, ...changed])
        yield [kader.id, period, before === null ? null : { ...before, updatedAt: null }, after];
    },
    apply: applyIncentives,
    undoing: incentiveUndoing,
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

function chosenIn(choices: Choices): number[] {
  return [...choices.values()].flatMap((kaderId) => kaderId ?? []);
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
  const changes = [...created, ...changed].map(({ kader, period, before, after }) => ({
    kaderId: kader.id,
    period,
    before,
    after,
  }));
  await writeMonths(tx, changes, { importId }, now);
}
