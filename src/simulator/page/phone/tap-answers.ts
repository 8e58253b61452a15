import type { PersonEvent } from '../../contract.ts';

export type TapAnswer = PersonEvent & { event: 'callbackAnswer' };

/**
 * Brings taps and the bot's answers together. A tap learns its id from its own response, and the
 * answer, which comes another way, may be there before it.
 */
export class TapAnswers {
  readonly #expected = new Map<string, string>();
  readonly #early = new Map<string, TapAnswer>();

  /** A tap got its id; gives the answer when that was faster. `key` names the button. */
  expect(callbackId: string, key: string): TapAnswer | null {
    const early = this.#early.get(callbackId) ?? null;
    this.#early.delete(callbackId);
    if (early === null) this.#expected.set(callbackId, key);
    return early;
  }

  /** The button that waited for this answer; null when its tap is not known yet, or not from here. */
  receive(answer: TapAnswer): string | null {
    const key = this.#expected.get(answer.callbackId) ?? null;
    if (key === null) this.#early.set(answer.callbackId, answer);
    this.#expected.delete(answer.callbackId);
    return key;
  }
}
