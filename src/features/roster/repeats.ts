import { sameName } from '../../language/names.ts';
import { repeated, type Several } from '../transfer/grouping.ts';
import type { RosterProblem } from './problems.ts';
import { type EntryRow, personKey } from './reading.ts';

/** A row that its cells would allow, and why it is left out all the same. */
export interface RefusedEntry {
  row: EntryRow;
  problem: RosterProblem;
}

/**
 * Sorts out people and numbers that stand in a file more than once. What is said twice alike counts once; of
 * what contradicts itself nothing is taken, except the row that the roster proves right.
 *
 * @param isOwner whether the roster has the row's number under the row's name
 */
export function settleRepeats(
  rows: readonly EntryRow[],
  isOwner: (row: EntryRow) => boolean,
): { kept: EntryRow[]; refused: RefusedEntry[] } {
  const problems = new Map<EntryRow, RosterProblem>();
  const standing = () => rows.filter((row) => !problems.has(row));

  const withNumber = rows.filter(({ entry }) => entry.phone !== null);
  for (const group of repeated(withNumber, ({ entry }) => entry.phone?.e164 ?? '')) {
    const [first, ...others] = group;
    if (others.every((row) => isSamePerson(first, row))) {
      for (const row of others) problems.set(row, { why: 'repeated', of: first.at });
      continue;
    }
    const owners = group.filter(isOwner);
    for (const row of group) {
      if (owners.length === 1 && row === owners[0]) continue;
      const other = owners.length === 1 && owners[0] ? owners[0] : otherThan(row, group);
      problems.set(row, { why: 'number_twice', with: other.at, name: other.entry.name });
    }
  }
  for (const group of repeated(standing(), ({ entry }) => personKey(entry))) {
    const proven = group.filter(isOwner);
    const numbers = new Set(group.flatMap(({ entry }) => entry.phone?.e164 ?? []));
    // Namesakes that the roster knows by their numbers are several people.
    if (proven.length > 1 && proven.length === group.length) continue;
    const kept =
      numbers.size > 1 ? proven[0] : (group.find(({ entry }) => entry.phone !== null) ?? group[0]);
    for (const row of group) {
      if (proven.includes(row) || row === kept) continue;
      problems.set(
        row,
        numbers.size > 1
          ? { why: 'person_twice', with: (kept ?? otherThan(row, group)).at }
          : { why: 'repeated', of: (kept ?? group[0]).at },
      );
    }
  }
  return {
    kept: standing(),
    refused: rows.flatMap((row) => {
      const problem = problems.get(row);
      return problem === undefined ? [] : [{ row, problem }];
    }),
  };
}

function otherThan(row: EntryRow, group: Several<EntryRow>): EntryRow {
  return group.find((other) => other !== row) ?? group[0];
}

function isSamePerson(one: EntryRow, other: EntryRow): boolean {
  return (
    sameName(one.entry.name, other.entry.name) !== 'different' &&
    one.entry.jabatan === other.entry.jabatan &&
    one.entry.kecamatanCode === other.entry.kecamatanCode &&
    one.entry.kelurahanCode === other.entry.kelurahanCode
  );
}
