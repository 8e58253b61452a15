import { createHash } from 'node:crypto';
import type { Kader } from '../kader/repository.ts';
import { groupedBy } from '../transfer/grouping.ts';
import type { Choices, Doubt } from '../transfer/importer.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { PersonMatch } from './matching.ts';
import type { ReadMonth, SaidPerson } from './reading.ts';

/** A row that is left out: whom it speaks of, and why. Some of the problems name people who may be meant. */
interface LeftOutRow {
  row: Pick<ReadMonth, 'at' | 'person'>;
  problems: readonly ({ why: string } | { candidates: readonly Kader[] })[];
}

/** Whom rows mean, where staff had to say it. */
export interface Choosing {
  /** Follows the choice of staff where a row leaves a doubt, and only among those whom it may mean. */
  find(said: SaidPerson, period: string): PersonMatch;
  /** What staff can settle by a choice, and have not; in the order of the file. */
  open(leftOut: readonly LeftOutRow[], wilayah: Wilayah): Doubt[];
}

/**
 * Rows that say the same of somebody are one doubt with one choice, save within a month: "Wati" twice on the list
 * of April may be two people. To be asked once a row, in the order of the file.
 */
export function createChoosing(
  find: (said: SaidPerson) => PersonMatch,
  choices: Choices,
): Choosing {
  const keys = new Map<SaidPerson, string>();
  const timesSaid = new Map<string, number>();

  function keyOf(said: SaidPerson, period: string): string {
    const { nameKey, phone, area } = said;
    const words = [nameKey, phone?.e164, area?.kecamatanCode, area?.kelurahanCode];
    const inMonth = JSON.stringify([...words, period]);
    const times = timesSaid.get(inMonth) ?? 0;
    timesSaid.set(inMonth, times + 1);
    const known = keys.get(said);
    if (known !== undefined) return known;
    const key = createHash('sha256')
      .update(JSON.stringify([...words, times]))
      .digest('hex')
      .slice(0, 12);
    keys.set(said, key);
    return key;
  }

  return {
    find(said, period) {
      const match = find(said);
      if (match.ok) return match;
      const chosen = choices.get(keyOf(said, period));
      const kader = match.problem.candidates.find(({ id }) => id === chosen);
      return kader === undefined ? match : { ok: true, kader };
    },

    open(leftOut, wilayah) {
      const open = leftOut.flatMap(({ row, problems }) => {
        const candidates = problems.flatMap((one) => ('candidates' in one ? one.candidates : []));
        const key = keys.get(row.person);
        if (key === undefined || choices.has(key) || candidates.length === 0) return [];
        return [{ key, row, candidates }];
      });
      return [...groupedBy(open, ({ key }) => key)].map(([key, [first, ...others]]) =>
        asDoubt(key, first.row, 1 + others.length, first.candidates, wilayah),
      );
    },
  };
}

function asDoubt(
  key: string,
  { at, person }: LeftOutRow['row'],
  rows: number,
  candidates: readonly Kader[],
  wilayah: Wilayah,
): Doubt {
  return {
    key,
    at,
    rows,
    name: person.name,
    phone: person.phone,
    candidates: candidates.map((kader) => ({
      kaderId: kader.id,
      name: kader.name,
      area: wilayah.areaName(kader),
      phone: kader.phone,
    })),
  };
}
