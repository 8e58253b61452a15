/** Phrases for months, years and days, and the reading of a whole message into items. */
import { PeriodCursor } from './cursor.ts';
import { jointToNumber, readEdge, readPartOfYear, readStretch } from './spans.ts';
import {
  fixedTerm,
  type Item,
  type Joint,
  jointItem,
  type MonthIndex,
  monthsTerm,
} from './terms.ts';
import type { Token } from './tokens.ts';

/** Reads a phrase and moves past it; null when it does not stand here (moved or not). */
type PhraseReader = (cursor: PeriodCursor) => Item[] | null;

/** "tgl 5", "tgl 5 april", "5 april 2024", "tgl 10 bulan lalu": days are no periods. */
const readDay: PhraseReader = (cursor) => {
  const token = cursor.token();
  if (token?.kind === 'date') {
    cursor.at += 1;
    return [token];
  }
  const named = cursor.is('day') && cursor.small(1) !== null;
  if (named) {
    cursor.at += 1;
    const goesOn = (): boolean => cursor.isMark('dash', 1) || cursor.is('until', 1);
    while (goesOn() && cursor.small(2) !== null) cursor.at += 2;
  }
  const day = cursor.small();
  if (day === null || day > 31 || !(named || token?.kind === 'number')) return null;
  const month = cursor.token(1);
  if (month?.kind === 'word' && month.month !== null) {
    cursor.at += 2;
    return [{ kind: 'date', month: month.month, year: cursor.yearBehind(), day }];
  }
  if (!named) return null;
  cursor.at += 1;
  if (cursor.is('month')) {
    cursor.at += 1;
    if (cursor.direction() === null && cursor.small() !== null) cursor.at += 1;
  }
  return [jointItem('gap')];
};

/** "bulan lalu", "bulan ini dan depan", "bulan 4", "bulan ke-3", "bulan 1 s/d 3". */
const readBulan: PhraseReader = (cursor) => {
  if (!cursor.is('month')) return null;
  const vague = cursor.is('vague', -1) || cursor.is('each', -1);
  cursor.at += 1;
  if (vague) {
    if (cursor.direction() === null && cursor.is('recent')) cursor.at += 1;
    return [jointItem('gap')];
  }
  const start = cursor.at;
  cursor.skipFillers();
  while (cursor.is('ordinal') || cursor.isMark('dash') || cursor.isMark('stop')) cursor.at += 1;
  const token = cursor.token();
  if (token?.kind === 'numbered year' && token.number >= 1 && token.number <= 12) {
    cursor.at += 1;
    return [monthsTerm(token.number, token.number, token.year)];
  }
  if (cursor.isMonthName()) return [];
  const number = cursor.small();
  const countsMonths = cursor.is('month', 1) && cursor.is('recent', 2);
  if (number !== null && number >= 1 && number <= 12 && !countsMonths) return monthNumbers(cursor);
  cursor.at = start;
  return monthsFromNow(cursor);
};

function monthsFromNow(cursor: PeriodCursor): Item[] {
  const items: Item[] = [];
  for (let step = cursor.direction(); step !== null; step = cursor.direction()) {
    items.push(fixedTerm(cursor.now + step, cursor.now + step));
    const another = ['last', 'this', 'next'] as const;
    if (!cursor.is('and') || !another.some((role) => cursor.is(role, 1))) break;
    cursor.at += 1;
    items.push(jointItem('and'));
  }
  return items.length > 0 ? items : [jointItem('gap')];
}

function monthNumbers(cursor: PeriodCursor): Item[] {
  const items: Item[] = [];
  for (;;) {
    const number = cursor.small() ?? 1;
    cursor.at += 1;
    items.push(monthsTerm(number, number, cursor.yearBehind(), directionMarks(cursor)));
    const joint = jointToNumber(cursor, 12);
    if (joint === null) return items;
    items.push(jointItem(joint));
  }
}

function directionMarks(cursor: PeriodCursor): { future: boolean; past: boolean } {
  const direction = cursor.direction();
  return { future: direction === 1, past: direction === -1 };
}

/** "bulan pertama 2023", "bulan terakhir tahun lalu". */
const readEdgeMonth: PhraseReader = (cursor) => {
  if (!cursor.is('month')) return null;
  const month = cursor.is('recent', 1) ? 12 : cursor.small(1) === 1 ? 1 : null;
  const asWord = cursor.token(1)?.kind === 'word';
  cursor.at += 2;
  const year = month === null || !asWord ? null : cursor.wholeYear();
  return month === null || year === null ? null : [monthsTerm(month, month, year)];
};

/** "tahun lalu", "thn 2023", "thn 22-23"; not the year of a decree or of someone's first day. */
const readTahun: PhraseReader = (cursor) => {
  if (cursor.is('year') && (cursor.is('vague', -1) || cursor.is('each', -1))) return null;
  const back = cursor.small(-1) === null ? -1 : -2;
  const since = cursor.is('counted', -1) ? -2 : -1;
  const elsewhere = cursor.is('biography', since) || cursor.is('number mark', back);
  const year = cursor.wholeYear();
  if (year === null) return null;
  if (elsewhere) return [jointItem('gap')];
  const next = cursor.token(1);
  const twoDigits = next?.kind === 'number' && next.digits === 2 && next.value === (year % 100) + 1;
  if (!cursor.isMark('dash') || !twoDigits || cursor.isMonthName(2))
    return [{ kind: 'year', year }];
  cursor.at += 2;
  return [{ kind: 'year', year }, jointItem('until'), { kind: 'year', year: year + 1 }];
};

const ENGLISH_ORDER = ['last', 'this', 'next'];

/** English order: "last month", "this year". */
const readDirectionFirst: PhraseReader = (cursor) => {
  const token = cursor.token();
  const step = token?.kind === 'word' ? ENGLISH_ORDER.indexOf(token.text) - 1 : -2;
  if (step < -1) return null;
  const unit = (['month', 'year'] as const).find((role) => cursor.is(role, 1));
  cursor.at += 2;
  if (unit === 'month') return [fixedTerm(cursor.now + step, cursor.now + step)];
  return unit === 'year' ? [{ kind: 'year', year: cursor.year + step }] : null;
};

/** "april", "apr 24", "mei depan", "nanti Desember"; not "bu Mei". */
const readMonthName: PhraseReader = (cursor) => {
  const token = cursor.token();
  if (token?.kind !== 'word' || token.month === null) return null;
  const soon = saidToCome(cursor);
  const person = namesPerson(cursor, token);
  cursor.at += 1;
  const year = cursor.yearBehind();
  if (person && year === null) return [jointItem('gap')];
  const marks = directionMarks(cursor);
  return [monthsTerm(token.month, token.month, year, soon ? { ...marks, future: true } : marks)];
};

/** "nanti (di bulan) Desember". */
function saidToCome(cursor: PeriodCursor): boolean {
  for (let back = -1; back >= -3; back -= 1) {
    if (cursor.is('next', back)) return true;
    if (!cursor.is('filler', back) && !cursor.is('month', back)) return false;
  }
  return false;
}

/** April, Mei, Juni and Juli, and short forms that people are called by. */
const NAME_MONTHS = new Set([4, 5, 6, 7]);
const SHORT_NAMES = new Set('agus januar jan mar jun jul des nov sep septi okto feb'.split(' '));

function namesPerson(cursor: PeriodCursor, token: Extract<Token, { kind: 'word' }>): boolean {
  if (!NAME_MONTHS.has(token.month ?? 0) && !SHORT_NAMES.has(token.text)) return false;
  const [before, after] = [cursor.token(-1), cursor.token(cursor.isMark('comma', 1) ? 2 : 1)];
  const self = before?.kind === 'word' && /^(?:saya|sy|sya|aku|dengan|dgn)$/.test(before.text);
  const next = after?.kind === 'word' ? after : undefined;
  if (cursor.is('person', -1)) return true;
  if (self && cursor.is('person', -2)) return true;
  if (self && /^(?:dari|dr|psm|tksk|kel|kelurahan|kader)$/.test(next?.text ?? '')) return true;
  if (token.text === 'jan' && /^(?:lupa|telat|lama)$/.test(next?.text ?? '')) return true;
  return token.capital && next?.capital === true && next.roles.length === 0 && next.month === null;
}

/** "04/2024"; not "perwal 7/2023". */
const readFigures: PhraseReader = (cursor) => {
  const token = cursor.token();
  if (token?.kind !== 'numbered year') return null;
  const numbered = cursor.is('number mark', -1);
  cursor.at += 1;
  if (numbered || token.number < 1 || token.number > 12) return [jointItem('gap')];
  return [monthsTerm(token.number, token.number, token.year)];
};

const JOINT_ROLES = ['until', 'since', 'between', 'and', 'or', 'not', 'but'] as const;
const JOINT_MARKS: Readonly<Record<string, Joint>> = {
  dash: 'until',
  comma: 'and',
  slash: 'or',
  stop: 'stop',
};

const readJoint: PhraseReader = (cursor) => {
  const token = cursor.token();
  const role = JOINT_ROLES.find((joint) => cursor.is(joint));
  const [present, nothing] = [cursor.is('now'), cursor.is('filler')];
  cursor.at += 1;
  if (token?.kind === 'mark') return [jointItem(JOINT_MARKS[token.mark] ?? 'gap')];
  if (role !== undefined) return [jointItem(role)];
  if (present) return [{ kind: 'now' }];
  return nothing ? [] : [jointItem('gap')];
};

const PHRASES: readonly PhraseReader[] = [
  readDay,
  readStretch,
  readPartOfYear,
  readEdgeMonth,
  readBulan,
  readEdge,
  readTahun,
  readDirectionFirst,
  readMonthName,
  readFigures,
  readJoint,
];

/** Reads the tokens of a message into terms and joints; `now` is the current month. */
export function readPeriodItems(tokens: readonly Token[], now: MonthIndex): Item[] {
  const cursor = new PeriodCursor(tokens, now);
  const items: Item[] = [];
  while (!cursor.done) {
    const start = cursor.at;
    for (const read of PHRASES) {
      const found = read(cursor);
      if (found !== null) {
        items.push(...found);
        break;
      }
      cursor.at = start;
    }
  }
  return items;
}
