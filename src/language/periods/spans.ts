/** Phrases for stretches of time: "3 bulan terakhir", "TW 1", "semester lalu", "awal tahun". */
import type { PeriodCursor } from './cursor.ts';
import { fixedTerm, type Item, type Joint, jointItem, monthsTerm } from './terms.ts';

interface Stretch {
  readonly count: number;
  readonly unit: 'month' | 'year';
}

/** "3 bulan", "setahun", "setengah tahun", moved past; or null. */
function stretchOfTime(cursor: PeriodCursor): Stretch | null {
  if (cursor.is('half') && (cursor.is('year', 1) || cursor.is('one year', 1))) {
    cursor.at += 2;
    return { count: 6, unit: 'month' };
  }
  if (cursor.is('one month') || cursor.is('one year')) {
    const unit = cursor.is('one month') ? 'month' : 'year';
    cursor.at += 1;
    return { count: 1, unit };
  }
  const count = cursor.small();
  if (count === null || count < 1 || count > 60) return null;
  const unit = (['month', 'year'] as const).find((role) => cursor.is(role, 1));
  const year = cursor.token(2);
  const namesYear = unit === 'year' && year?.kind === 'number' && year.digits === 4;
  if (unit === undefined || namesYear || (unit === 'month' && cursor.isMonthName(2))) return null;
  cursor.at += 2;
  return { count, unit };
}

/**
 * "3 bulan terakhir" (with the current month), "sebulan lalu" (that one month), "2 tahun lalu",
 * "3 bulan ke depan", "3 bulan pertama 2023", "3 bulan terakhir 2023". A stretch that hangs in the
 * air ("sudah 3 bulan") is no period.
 */
export function readStretch(cursor: PeriodCursor): Item[] | null {
  const { now, year } = cursor;
  const afterRecent = cursor.is('recent', -1);
  const eitherOr = cursor.is('or', -1) && cursor.small(-2) !== null;
  const stretch = stretchOfTime(cursor);
  if (stretch === null) return null;
  const { count, unit } = stretch;
  const months = unit === 'month' ? count : count * 12;
  cursor.skipFillers();
  if (afterRecent || cursor.is('recent')) {
    if (!afterRecent) cursor.at += 1;
    const named = cursor.wholeYear();
    if (named !== null) return [monthsTerm(13 - Math.min(months, 12), 12, named)];
    return [fixedTerm(now - months + 1, now, 1)];
  }
  if (cursor.is('ahead') || cursor.is('next')) {
    cursor.at += 1;
    return [fixedTerm(now + 1, now + months)];
  }
  if (months < 12 && (cursor.is('start') || (cursor.small() === 1 && !afterRecent))) {
    cursor.at += 1;
    return [monthsTerm(1, months, cursor.wholeYear() ?? year)];
  }
  const direction = cursor.direction();
  if (direction === null || eitherOr) return [jointItem('gap')];
  if (direction === 0) return [fixedTerm(now - months + 1, now, 1)];
  return unit === 'month'
    ? [fixedTerm(now - months, now - months)]
    : [{ kind: 'year', year: year - count }];
}

const PART_LENGTHS = { quarter: 3, third: 4, semester: 6 } as const;
const PARTS = ['quarter', 'third', 'semester'] as const;

/** "TW 1", "triwulan pertama dan kedua", "Q1 2024", "semester lalu". */
export function readPartOfYear(cursor: PeriodCursor): Item[] | null {
  const part = PARTS.find((role) => cursor.is(role));
  if (part === undefined) return null;
  const length = PART_LENGTHS[part];
  cursor.at += 1;
  while (cursor.is('ordinal') || cursor.isMark('dash') || cursor.isMark('stop')) cursor.at += 1;
  const token = cursor.token();
  if (token?.kind === 'numbered year' && token.number <= 12 / length) {
    cursor.at += 1;
    return [partTerm(token.number, length, token.year)];
  }
  const number = cursor.small();
  if (number !== null && number >= 1 && number <= 12 / length) return partNumbers(cursor, length);
  const current = cursor.now - (cursor.now % length);
  if (cursor.is('recent') || cursor.is('end')) {
    cursor.at += 1;
    const year = cursor.wholeYear();
    if (year !== null) return [partTerm(12 / length, length, year)];
    return [fixedTerm(current - length, current - 1)];
  }
  const direction = cursor.direction();
  if (direction === null) return [jointItem('gap')];
  const from = current + direction * length;
  return [fixedTerm(from, from + length - 1)];
}

function partTerm(number: number, length: number, year: number | null, past = false): Item {
  return monthsTerm((number - 1) * length + 1, number * length, year, { span: true, past });
}

/** The numbers behind "triwulan": "1", "1 dan 2", "I - III". */
function partNumbers(cursor: PeriodCursor, length: number): Item[] {
  const items: Item[] = [];
  for (;;) {
    const number = cursor.small() ?? 1;
    cursor.at += 1;
    const past = cursor.direction() === -1;
    items.push(partTerm(number, length, past ? null : cursor.yearBehind(), past));
    const joint = jointToNumber(cursor, 12 / length);
    if (joint === null) return items;
    items.push(jointItem(joint));
  }
}

/**
 * The joint before another number of the same list ("1, 2", "4 s/d 6"), moved past it; null (not
 * moved) when what follows is no such number, as in "bulan 4 dan 3 bulan lalu".
 */
export function jointToNumber(cursor: PeriodCursor, most: number): Joint | null {
  const joint = jointHere(cursor);
  const ahead = joint === null ? 0 : cursor.is('ordinal', 1) && !cursor.is('until', 0) ? 2 : 1;
  const number = cursor.small(ahead);
  if (number === null || number < 1 || number > most) return null;
  if (joint === null && cursor.token(ahead)?.kind === 'word') return null;
  const counts = cursor.is('month', ahead + 1) || cursor.is('year', ahead + 1);
  if (cursor.isMonthName(ahead + 1) || cursor.is('counted', ahead + 1)) return null;
  if (counts && joint === null) return null;
  cursor.at += ahead;
  return joint ?? 'and';
}

function jointHere(cursor: PeriodCursor): Joint | null {
  if (cursor.is('until') || cursor.isMark('dash')) return 'until';
  if (cursor.is('and') || cursor.isMark('comma')) return 'and';
  return cursor.is('or') || cursor.isMark('slash') ? 'or' : null;
}

const SIDES = ['start', 'end', 'middle'] as const;

/** "awal tahun", "akhir 2023", "pertengahan tahun lalu"; of a month it would be the month. */
export function readEdge(cursor: PeriodCursor): Item[] | null {
  const side = SIDES.find((role) => cursor.is(role));
  if (side === undefined) return null;
  cursor.at += 1;
  const year = cursor.wholeYear();
  if (year !== null) return [{ kind: 'edge', year, side }];
  if (!cursor.is('year')) return null;
  cursor.at += 1;
  return [{ kind: 'edge', year: cursor.year, side }];
}
