/** So many events in a row without a word. */
export const longSilence = 3;

/** One event somebody was invited to or came to, as far as silence goes. */
export interface Sign {
  answered: boolean;
  came: boolean;
}

/** Whether somebody neither answered nor came to any of their last three events, and had so many. */
export function isLongSilent(newestFirst: readonly Sign[]): boolean {
  const last = newestFirst.slice(0, longSilence);
  return last.length === longSilence && last.every(({ answered, came }) => !answered && !came);
}
