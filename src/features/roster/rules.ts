import { sameName } from '../../language/names.ts';
import type { KaderEntry } from '../kader/entry-repository.ts';
import type { Kader } from '../kader/repository.ts';
import { groupedBy } from '../transfer/grouping.ts';
import type { RosterProblem } from './problems.ts';
import { type EntryRow, personKey, type ReadRow } from './reading.ts';
import { type RefusedEntry, settleRepeats } from './repeats.ts';

export type ChangedField = 'name' | 'jabatan' | 'area' | 'phone' | 'status';

/** Somebody on the roster whom the file describes otherwise. */
export interface PlannedChange {
  row: EntryRow;
  before: Kader;
  after: KaderEntry;
  fields: ChangedField[];
}

/** Somebody who is not on the roster yet. */
export interface PlannedEntry {
  row: EntryRow;
  /** Somebody on the roster, and not in the file, who may be the same person. */
  resembles: Kader | null;
}

/** What a roster file would do. */
export interface RosterPlan {
  created: PlannedEntry[];
  changed: PlannedChange[];
  unchanged: EntryRow[];
  refused: { row: ReadRow; problems: RosterProblem[] }[];
  /** On the roster, but nowhere in the file. They stay. */
  missing: Kader[];
}

/**
 * Compares a file with the roster. A row means the person with its number if the name fits, else the one with
 * exactly its name in its area; it is never taken for somebody else. A number may go from one person to another
 * only if the same file gives the first one a new number.
 *
 * @param roster everybody who is or was on it
 */
export function planRoster(rows: readonly ReadRow[], roster: readonly Kader[]): RosterPlan {
  const refused: RosterPlan['refused'] = [];
  const usable: EntryRow[] = [];
  for (const row of rows) {
    if (isUsable(row)) usable.push(row);
    else refused.push({ row, problems: row.problems });
  }
  const matching = matchRows(usable, roster);
  refused.push(...matching.refused.map(({ row, problem }) => ({ row, problems: [problem] })));
  const order = new Map(rows.map((row, at) => [row, at]));
  refused.sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0));

  const plan: RosterPlan = { created: [], changed: [], unchanged: [], refused, missing: [] };
  const named = new Set([...matching.matched.values()].map((kader) => kader.id));
  plan.missing = missingFrom(roster, named, refused);
  const resembled = resemblance(plan.missing);
  for (const row of matching.accepted) {
    const before = matching.matched.get(row);
    if (before === undefined) {
      plan.created.push({ row, resembles: resembled(row.entry) });
      continue;
    }
    // An empty cell says nothing about the number that is known.
    const after = { ...row.entry, phone: row.entry.phone ?? before.phone };
    const fields = changedFields(before, after);
    if (fields.length === 0) plan.unchanged.push(row);
    else plan.changed.push({ row, before, after, fields });
  }
  return plan;
}

function isUsable(row: ReadRow): row is EntryRow {
  return row.entry !== null;
}

interface Matching {
  /** Rows that are new or mean somebody, in their order. */
  accepted: EntryRow[];
  matched: Map<EntryRow, Kader>;
  refused: RefusedEntry[];
}

function matchRows(rows: readonly EntryRow[], roster: readonly Kader[]): Matching {
  const byPhone = new Map(roster.flatMap((k) => (k.phone ? [[k.phone.e164, k] as const] : [])));
  const ownerOf = ({ entry }: EntryRow) => byPhone.get(entry.phone?.e164 ?? '');
  const isOwner = (row: EntryRow) => {
    const owner = ownerOf(row);
    return owner !== undefined && sameName(owner.name, row.entry.name) !== 'different';
  };
  const { kept, refused } = settleRepeats(rows, isOwner);

  const matched = new Map<EntryRow, Kader>();
  const claimedBy = new Map<number, EntryRow>();
  const claim = (row: EntryRow, kader: Kader) => {
    matched.set(row, kader);
    claimedBy.set(kader.id, row);
  };
  for (const row of kept) {
    const owner = ownerOf(row);
    if (owner !== undefined && isOwner(row)) claim(row, owner);
  }
  const byPerson = groupedBy(roster, personKey);
  const open: EntryRow[] = [];
  for (const row of kept) {
    if (matched.has(row)) continue;
    // Whoever was found by number is where the file says, and no longer stands here.
    const there = (byPerson.get(personKey(row.entry)) ?? []).filter(({ id }) => !claimedBy.has(id));
    const namesakes = mostCurrent(there);
    const [only] = namesakes;
    if (namesakes.length > 1) {
      refused.push({ row, problem: { why: 'namesakes', count: namesakes.length } });
      continue;
    }
    if (only !== undefined) claim(row, only);
    open.push(row);
  }
  const conflicts = numberConflicts(open, matched, ownerOf, claimedBy);
  for (const [row, owner] of conflicts) {
    matched.delete(row);
    refused.push({ row, problem: { why: 'number_of_other', owner } });
  }
  const left = new Set(refused.map(({ row }) => row));
  return { accepted: rows.filter((row) => !left.has(row)), matched, refused };
}

/**
 * The rows whose number is somebody else's. A number is free if its owner's own row gives another one and
 * stands itself; so a refusal may cause further ones.
 */
function numberConflicts(
  open: readonly EntryRow[],
  matched: ReadonlyMap<EntryRow, Kader>,
  ownerOf: (row: EntryRow) => Kader | undefined,
  claimedBy: ReadonlyMap<number, EntryRow>,
): Map<EntryRow, Kader> {
  const conflicts = new Map<EntryRow, Kader>();
  for (let before = -1; before < conflicts.size; ) {
    before = conflicts.size;
    for (const row of open) {
      const owner = ownerOf(row);
      if (owner === undefined || owner === matched.get(row)) continue;
      const ownersRow = claimedBy.get(owner.id);
      const gives = ownersRow?.entry.phone;
      const isFreed = gives != null && gives.e164 !== row.entry.phone?.e164;
      if (!isFreed || (ownersRow !== undefined && conflicts.has(ownersRow)))
        conflicts.set(row, owner);
    }
  }
  return conflicts;
}

/** Those still on the roster, or where there are none those who left. */
function mostCurrent(people: readonly Kader[]): readonly Kader[] {
  const current = people.filter(({ status }) => status === 'ACTIVE');
  return current.length > 0 ? current : people;
}

function changedFields(before: Kader, after: KaderEntry): ChangedField[] {
  const differs: Record<ChangedField, boolean> = {
    name: before.name !== after.name,
    jabatan: before.jabatan !== after.jabatan,
    area:
      before.kecamatanCode !== after.kecamatanCode || before.kelurahanCode !== after.kelurahanCode,
    phone: before.phone?.e164 !== after.phone?.e164,
    status: before.status !== 'ACTIVE',
  };
  return (Object.keys(differs) as ChangedField[]).filter((field) => differs[field]);
}

/** A refused row still shows that somebody is in the file. */
function missingFrom(
  roster: readonly Kader[],
  named: ReadonlySet<number>,
  refused: RosterPlan['refused'],
): Kader[] {
  const names = new Set(refused.map(({ row }) => row.nameKey));
  const phones = new Set(refused.map(({ row }) => row.phone?.e164));
  return roster.filter(
    ({ id, status, nameKey, phone }) =>
      status === 'ACTIVE' &&
      !named.has(id) &&
      !names.has(nameKey) &&
      !(phone !== null && phones.has(phone.e164)),
  );
}

/** Finds whom a new entry may be: the same name anywhere, or a similar one in the same area. */
function resemblance(missing: readonly Kader[]): (entry: KaderEntry) => Kader | null {
  const byName = groupedBy(missing, ({ nameKey }) => nameKey);
  const byArea = groupedBy(missing, (kader) => kader.kelurahanCode ?? kader.kecamatanCode);
  return (entry) =>
    byName.get(entry.nameKey)?.[0] ??
    byArea
      .get(entry.kelurahanCode ?? entry.kecamatanCode)
      ?.find((kader) => sameName(kader.name, entry.name) !== 'different') ??
    null;
}
