/** A place in a row of tokens, and the small questions that phrases ask about what stands there. */
import type { MonthIndex } from './terms.ts';
import type { Mark, Token } from './tokens.ts';
import type { PeriodRole } from './words.ts';

/** Moves over the tokens of one message; `now` is the current month. */
export class PeriodCursor {
  readonly now: MonthIndex;
  /** The position of the next token to read. */
  at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[], now: MonthIndex) {
    this.#tokens = tokens;
    this.now = now;
  }

  /** The current year. */
  get year(): number {
    return Math.floor(this.now / 12);
  }

  /** Whether everything is read. */
  get done(): boolean {
    return this.at >= this.#tokens.length;
  }

  /** A token before (negative) or after the current one. */
  token(ahead = 0): Token | undefined {
    return this.#tokens[this.at + ahead];
  }

  /** Whether a word there can do this. */
  is(role: PeriodRole, ahead = 0): boolean {
    const token = this.token(ahead);
    return token?.kind === 'word' && token.roles.includes(role);
  }

  /** Whether this mark stands there. */
  isMark(mark: Mark, ahead = 0): boolean {
    const token = this.token(ahead);
    return token?.kind === 'mark' && token.mark === mark;
  }

  /** Whether the name of a month stands there. */
  isMonthName(ahead = 0): boolean {
    const token = this.token(ahead);
    return token?.kind === 'word' && token.month !== null;
  }

  /** The number below 100 that a token says in figures or words, or null. */
  small(ahead = 0): number | null {
    const token = this.token(ahead);
    if (token?.kind === 'word') return token.number;
    return token?.kind === 'number' && token.digits <= 2 && !token.short ? token.value : null;
  }

  /** Moves past words that say nothing between two words of a phrase. */
  skipFillers(): void {
    while (this.is('filler') && !this.isMonthName()) this.at += 1;
  }

  /** "lalu", "ini", "depan" → -1, 0, 1, moved past; null (not moved) when none stands here. */
  direction(): -1 | 0 | 1 | null {
    const start = this.at;
    this.skipFillers();
    const step = this.is('last') ? -1 : this.is('this') ? 0 : this.is('next') ? 1 : null;
    this.at = step === null ? start : this.at + 1;
    return step;
  }

  /** The year behind a month: "2024", "24", "'24", "- 24", "/2024"; moved past; or null. */
  yearBehind(): number | null {
    const marked = this.token()?.kind === 'mark' ? 1 : 0;
    const token = this.token(marked);
    if (token?.kind !== 'number') return null;
    const four = token.digits === 4 && token.value >= 2000 && token.value < 2100;
    const likelyYear = token.short || (token.value > 12 && token.value < 40);
    const two = token.digits === 2 && likelyYear && !this.isMonthName(marked + 1);
    if (!four && !two) return null;
    this.at += marked + 1;
    return four ? token.value : 2000 + token.value;
  }

  /** A whole year here, moved past: "tahun lalu", "tahun 2023", "th 23", "2023"; or null. */
  wholeYear(): number | null {
    const start = this.at;
    this.skipFillers();
    const token = this.token();
    if (token?.kind === 'number' && token.digits === 4 && !this.is('counted', 1)) {
      this.at += 1;
      if (token.value >= 2000 && token.value < 2100) return token.value;
    } else if (this.is('year')) {
      this.at += 1;
      const year = this.#yearNumber() ?? this.#yearsFromNow();
      if (year !== null) return year;
    }
    this.at = start;
    return null;
  }

  #yearNumber(): number | null {
    const token = this.token();
    if (token?.kind !== 'number') return null;
    const full = token.digits === 2 ? 2000 + token.value : token.value;
    if (token.digits === 3 || full < 1990 || full >= 2100) return null;
    this.at += 1;
    return full;
  }

  #yearsFromNow(): number | null {
    const direction = this.direction();
    return direction === null ? null : this.year + direction;
  }
}
