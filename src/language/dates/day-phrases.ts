/** Finds the phrases of a text that name a day: dates, weekdays, "besok", "3 hari lagi". */
import { monthLike, monthOf, numberOf, weekdayOf } from '../calendar-words.ts';
import { type CalendarDay, plusDays, plusMonths } from './calendar.ts';

/** One phrase that names a day. */
export type DayPhrase =
  /** A date; without `year` or `month` it is the next such day. */
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number | null;
      readonly year: number | null;
    }
  | { readonly kind: 'day'; readonly day: CalendarDay }
  /** `week`: 0 this week's, 1 next week's; `next`: "Senin depan"; null: the coming one. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week: 0 | 1 | 'next' | null }
  /** "minggu depan": a week and no day. */
  | { readonly kind: 'vague' };

interface Piece {
  readonly text: string;
  readonly number: number | null;
}

const PIECE = /\d+|\p{L}+|[-/.,]/gu;

function piecesOf(tidy: string): Piece[] {
  return [...tidy.matchAll(PIECE)].map(([text]) => ({
    text,
    number: /^\d{1,4}$/.test(text) ? Number(text) : null,
  }));
}

/** Today and the few days people have words for. */
const NEAR_DAYS: Readonly<Record<string, number>> = {
  besok: 1,
  bsk: 1,
  bsok: 1,
  besuk: 1,
  esok: 1,
  isukan: 1,
  sesuk: 1,
  mbesuk: 1,
  benjing: 1,
  enjing: 1,
  keesokan: 1,
  tomorrow: 1,
  lusa: 2,
  pageto: 2,
  emben: 2,
  tulat: 3,
  kemarin: -1,
  kemaren: -1,
  kmrn: -1,
  wingi: -1,
  kamari: -1,
  today: 0,
};
const TODAY = /^(?:ini|ieu|iki|niki|nih)$/;
const DAY_OR_PART = /^(?:hari|hr|dinten|dina|pagi|siang|sore|malam|malem|mlm)$/;
const SOON = /^(?:nanti|ntar|nti|entar|engke|mengko)$/;
const NEXT = /^(?:depan|next|ngajeng|payun)$/;
const WEEK = /^(?:minggu|mggu|mgg|pekan|minggon)$/;

/** Reads pieces from the left; every reader answers how many pieces it took. */
class DayScanner {
  readonly phrases: DayPhrase[] = [];
  readonly #pieces: readonly Piece[];
  readonly #today: CalendarDay;

  constructor(pieces: readonly Piece[], today: CalendarDay) {
    this.#pieces = pieces;
    this.#today = today;
  }

  scan(): DayPhrase[] {
    for (let at = 0; at < this.#pieces.length; ) {
      at +=
        this.#figures(at) ||
        this.#dayAndMonth(at) ||
        this.#monthAndDay(at) ||
        this.#dayOfMonth(at) ||
        this.#later(at) ||
        this.#nearDay(at) ||
        this.#weekday(at) ||
        1;
    }
    return this.phrases;
  }

  #text(at: number): string {
    return this.#pieces[at]?.text ?? '';
  }

  #number(at: number): number | null {
    return this.#pieces[at]?.number ?? null;
  }

  #put(phrase: DayPhrase, length: number): number {
    this.phrases.push(phrase);
    return length;
  }

  /** "2024-05-22", "22/5/24", "22.05.2024", "22/5". */
  #figures(at: number): number {
    const [first, second, third] = [this.#number(at), this.#number(at + 2), this.#number(at + 4)];
    const [mark, again] = [this.#text(at + 1), this.#text(at + 3)];
    if (first === null || second === null || !/^[-/.]$/.test(mark)) return 0;
    if (again === mark && third !== null) {
      const yearFirst = this.#text(at).length === 4;
      const [year, month, day] = yearFirst ? [first, second, third] : [third, second, first];
      return this.#put({ kind: 'date', day, month, year: fullYear(year) }, 5);
    }
    if (mark !== '/' || monthOf(this.#text(at + 3)) !== null) return 0;
    return this.#put({ kind: 'date', day: first, month: second, year: null }, 3);
  }

  /** "22 Mei 2024", "22-Mei-24", "22 - 24 Mei 2024", "22 dan 23 Mei". */
  #dayAndMonth(at: number): number {
    const days: number[] = [];
    let here = at;
    for (let day = this.#number(here); day !== null && day <= 99; day = this.#number(here)) {
      days.push(day);
      here += 1;
      if (!/^(?:-|,|dan|sampai|atau|s)$/.test(this.#text(here)) || this.#number(here + 1) === null)
        break;
      here += 1;
    }
    if (/^[-/.,]$/.test(this.#text(here))) here += 1;
    if (/^(?:bulan|bln)$/.test(this.#text(here))) here += 1;
    const month = monthLike(this.#text(here));
    if (days.length === 0 || month === null) return 0;
    const [year, length] = this.#yearAt(here + 1);
    for (const day of days) this.phrases.push({ kind: 'date', day, month, year });
    return here + 1 + length - at;
  }

  /** "Mei 22", "May 22, 2024". */
  #monthAndDay(at: number): number {
    const month = monthOf(this.#text(at));
    const day = this.#number(at + 1);
    if (month === null || day === null || day < 1 || day > 31) return 0;
    const [year, length] = this.#yearAt(at + 2);
    return this.#put({ kind: 'date', day, month, year }, 2 + length);
  }

  /** A year, with what may part it from the month, and how many pieces that is. */
  #yearAt(at: number): [number | null, number] {
    const parted = /^[-/.,]$|^(?:tahun|thn|th)$/.test(this.#text(at)) ? 1 : 0;
    const text = this.#text(at + parted);
    const year = this.#number(at + parted);
    if (year === null || (text.length !== 4 && text.length !== 2)) return [null, 0];
    const next = this.#text(at + parted + 1);
    // "25 Desember, 26 Desember": the next date, and "22 Mei, 20.00": an hour.
    const isElse = /^[-/.:]$/.test(next) || monthOf(next) !== null;
    if (text.length === 2 && (year < 20 || isElse)) return [null, 0];
    return [fullYear(year), parted + 1];
  }

  /** "tgl 25", "tanggal 25 bulan depan", "tgl 5 bulan 6". */
  #dayOfMonth(at: number): number {
    if (!/^(?:tgl|tanggal|tggl|tg)$/.test(this.#text(at))) return 0;
    const day = this.#number(at + 1);
    const months = /^(?:bulan|bln)$/.test(this.#text(at + 2));
    const next = this.#text(at + 3);
    if (day === null || monthLike(months ? next : this.#text(at + 2)) !== null) return 0;
    const month = this.#number(at + 3);
    if (month !== null && this.#text(at + 2) !== ',') {
      const [year, length] = this.#yearAt(at + 4);
      return months ? this.#put({ kind: 'date', day, month, year }, 4 + length) : 0;
    }
    if (months && NEXT.test(next)) {
      const { year, month } = plusMonths({ ...this.#today, day: 1 }, 1);
      return this.#put({ kind: 'date', day, month, year }, 4);
    }
    if (months && TODAY.test(next)) {
      return this.#put({ kind: 'date', day, month: this.#today.month, year: this.#today.year }, 4);
    }
    return this.#put({ kind: 'date', day, month: null, year: null }, 2);
  }

  /** "3 hari lagi", "seminggu lagi", "2 bulan lagi". */
  #later(at: number): number {
    const single = /^se(hari|minggu|bulan)$/.exec(this.#text(at))?.[1];
    const count = single === undefined ? (this.#number(at) ?? numberOf(this.#text(at))) : 1;
    const unitAt = single === undefined ? at + 1 : at;
    const unit = single ?? this.#text(unitAt);
    if (count === null || this.#text(unitAt + 1) !== 'lagi') return 0;
    const taken = unitAt + 2 - at;
    if (/^(?:hari|hr)$/.test(unit)) return this.#putDay(plusDays(this.#today, count), taken);
    if (WEEK.test(unit)) return this.#putDay(plusDays(this.#today, 7 * count), taken);
    if (/^(?:bulan|bln)$/.test(unit)) return this.#putDay(plusMonths(this.#today, count), taken);
    return 0;
  }

  #putDay(day: CalendarDay, length: number): number {
    return this.#put({ kind: 'day', day }, length);
  }

  /** "besok", "besok lusa", "hari ini", "nanti malam", "malam ini". */
  #nearDay(at: number): number {
    const text = this.#text(at);
    if (text === 'besok' && this.#text(at + 1) === 'lusa') {
      return this.#putDay(plusDays(this.#today, 2), 2);
    }
    if (Object.hasOwn(NEAR_DAYS, text)) {
      return this.#putDay(plusDays(this.#today, NEAR_DAYS[text] ?? 0), 1);
    }
    const thisOne = DAY_OR_PART.test(text) && TODAY.test(this.#text(at + 1));
    const laterToday =
      SOON.test(text) && /^(?:pagi|siang|sore|malam|malem|mlm)$/.test(this.#text(at + 1));
    return thisOne || laterToday ? this.#putDay(this.#today, 2) : 0;
  }

  /** "Rabu", "Senin depan", "Jumat minggu depan"; "minggu depan" alone is a week, no day. */
  #weekday(at: number): number {
    const weekday = weekdayOf(this.#text(at));
    if (weekday === null) return 0;
    const [next, afterNext] = [this.#text(at + 1), this.#text(at + 2)];
    if (WEEK.test(this.#text(at)) && (NEXT.test(next) || TODAY.test(next))) {
      const isDay = /^(?:hari|hr|dinten|dina)$/.test(this.#text(at - 1));
      if (!isDay) return this.#put({ kind: 'vague' }, 2);
    }
    const put = (week: 0 | 1 | 'next' | null, length: number): number =>
      this.#put({ kind: 'weekday', weekday, week }, length);
    if (WEEK.test(next) && NEXT.test(afterNext)) return put(1, 3);
    if (WEEK.test(next) && TODAY.test(afterNext)) return put(0, 3);
    if (NEXT.test(next)) return put('next', 2);
    return TODAY.test(next) ? put(0, 2) : put(null, 1);
  }
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

/** All phrases of a tidied text that name a day, from left to right. */
export function dayPhrases(tidy: string, today: CalendarDay): DayPhrase[] {
  return new DayScanner(piecesOf(tidy), today).scan();
}
