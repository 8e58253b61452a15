/** What a message about periods is made of: terms that name months, and joints between them. */

/** Months are counted from year 0: 2024-05 is `2024 * 12 + 4`. */
export type MonthIndex = number;

/** Months of a year, or of no said year (`null`). */
export interface MonthsTerm {
  readonly kind: 'months';
  /** 1–12. */
  readonly first: number;
  readonly last: number;
  readonly year: number | null;
  /** A part of a year (quarter, semester): this year's unless said otherwise. */
  readonly span: boolean;
  /** "depan", "nanti". */
  readonly future: boolean;
  /** "lalu", "kemarin". */
  readonly past: boolean;
}

/** One phrase that names a period, a day or the present. */
export type Term =
  | MonthsTerm
  /** Known months; `shift` is how far back the other good reading lies, 0 for none. */
  | {
      readonly kind: 'fixed';
      readonly from: MonthIndex;
      readonly to: MonthIndex;
      readonly shift: number;
    }
  | { readonly kind: 'year'; readonly year: number }
  /** "awal tahun": vague, though a range may begin or end there. */
  | { readonly kind: 'edge'; readonly year: number; readonly side: 'start' | 'end' | 'middle' }
  | { readonly kind: 'now' }
  | {
      readonly kind: 'date';
      readonly month: number;
      readonly year: number | null;
      readonly day: number;
    };

/** What stands between or before terms; `gap`: other words, `stop`: the end of a sentence. */
export type Joint = 'until' | 'between' | 'and' | 'or' | 'since' | 'not' | 'but' | 'gap' | 'stop';

/** A piece of a message as a term or a joint. */
export type Item = Term | { readonly kind: 'joint'; readonly joint: Joint };

/** A joint as an item. */
export function jointItem(joint: Joint): Item {
  return { kind: 'joint', joint };
}

/** Months with no direction, of a year if one is known. */
export function monthsTerm(
  first: number,
  last: number,
  year: number | null,
  marks: Partial<Pick<MonthsTerm, 'span' | 'future' | 'past'>> = {},
): MonthsTerm {
  return { kind: 'months', first, last, year, span: false, future: false, past: false, ...marks };
}

/** Known months; see `Term`. */
export function fixedTerm(from: MonthIndex, to: MonthIndex, shift = 0): Term {
  return { kind: 'fixed', from, to, shift };
}
