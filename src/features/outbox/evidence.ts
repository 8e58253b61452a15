/**
 * Doubt settled by evidence: which message numbers a lost answer may have carried, and what a probe of one
 * of them says. Pure; `settlement.ts` does the probing.
 *
 * In private chats (and basic groups) all of a bot's messages, sent and received, are numbered from one
 * sequence. A request in doubt got, if it arrived, a number above every number known before it left and below
 * every number given after the doubt arose; numbers known to be other messages are out. Which of the rest it
 * is tells a probe that changes nothing: `editMessageReplyMarkup` in that chat with the very markup that was
 * sent. Not promised by Telegram, so everything that does not fit leaves the doubt undecided.
 */
import type { SendFailure } from '../../platform/telegram.ts';
import type { Evidence } from './schema.ts';

/** A request in doubt, as the evidence sees it. */
export interface Doubt {
  id: number;
  /** Its number, if it has one, is above. */
  floor: number;
  /** And below; null while nothing has been sent since. */
  ceiling: number | null;
  /** Whether a probe can prove it: Telegram lets no one touch a forward or a message with a phone keyboard. */
  isProvable: boolean;
}

/** What a probe of one number in the doubt's chat found. */
export type Finding =
  /** A message of ours, just as it was sent. */
  | 'same'
  /** No message of this chat. */
  | 'absent'
  /** A message of this chat that no bot may edit: the person's own, a forward, one with a phone keyboard. */
  | 'untouchable'
  /** A message of ours with other buttons (they are now the ones probed with). */
  | 'different';

/** A case of several doubts whose gaps overlap; made by `openCase`, changed only by `learn`. */
export interface Case {
  /** In the order in which the requests left. */
  readonly open: readonly Doubt[];
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Numbers that are some other message. */
  readonly taken: ReadonlySet<number>;
  /** For each doubt, the numbers that were probed in vain. */
  readonly ruledOut: ReadonlyMap<number, ReadonlySet<number>>;
  /** Doubts of which something was found that fits them half. */
  readonly blurred: ReadonlySet<number>;
  /** The highest number that anything may have by now where no ceiling is known. */
  readonly horizon: number;
}

export interface Verdict {
  evidence: Evidence;
  messageNumber: number | null;
}

/** A gap wider than this decides nothing worth that many probes. */
export const MOST_CANDIDATES = 50;
/** Without a ceiling: how many numbers, beyond one for each doubt, people's messages may have taken unseen. */
const UNSEEN_ALLOWANCE = 10;

/**
 * @param doubts in the order in which they left
 * @param known numbers of other messages
 * @param highest the highest number known
 */
export function openCase(
  doubts: readonly Doubt[],
  known: ReadonlySet<number>,
  highest: number,
): Case {
  return withoutHopeless({
    open: doubts,
    verdicts: new Map(),
    taken: known,
    ruledOut: new Map(),
    blurred: new Set(),
    horizon: horizonOf(doubts, highest),
  });
}

/** Up to where to look while no later number is known. */
export function horizonOf(doubts: readonly Doubt[], highest: number): number {
  const floors = doubts.map(({ floor }) => floor);
  return Math.max(highest, ...floors) + doubts.length + UNSEEN_ALLOWANCE;
}

/** The numbers that may still be a doubt's, ascending; gives up counting beyond `MOST_CANDIDATES`. */
export function candidatesOf(state: Case, doubt: Doubt): number[] {
  const end = Math.min(doubt.ceiling ?? Infinity, state.horizon + 1);
  const ruledOut = state.ruledOut.get(doubt.id);
  const candidates: number[] = [];
  for (let number = doubt.floor + 1; number < end; number++) {
    if (state.taken.has(number) || ruledOut?.has(number)) continue;
    candidates.push(number);
    if (candidates.length > MOST_CANDIDATES) break;
  }
  return candidates;
}

/**
 * The next number to probe, or null when all is decided. The doubt with the fewest candidates goes first, as
 * whatever it proves is one less for the others; of its candidates the one that stands where the request
 * stands among those that left with it.
 */
export function nextProbe(state: Case): { doubt: Doubt; number: number } | null {
  let fewest: { doubt: Doubt; candidates: number[]; place: number } | null = null;
  for (const [place, doubt] of state.open.entries()) {
    const candidates = candidatesOf(state, doubt);
    if (fewest === null || candidates.length < fewest.candidates.length) {
      fewest = { doubt, candidates, place };
    }
  }
  if (fewest === null) return null;
  const { doubt, candidates, place } = fewest;
  const number = candidates[likeliest(place, state.open.length, candidates.length)];
  return number === undefined ? null : { doubt, number };
}

function likeliest(place: number, doubts: number, candidates: number): number {
  return Math.min(candidates - 1, Math.round((place * (candidates - 1)) / Math.max(1, doubts - 1)));
}

/** The case after one more finding. */
export function learn(state: Case, doubt: Doubt, number: number, finding: Finding): Case {
  if (finding === 'same' && doubt.isProvable) {
    return withoutHopeless(
      decide({ ...state, taken: new Set(state.taken).add(number) }, doubt, {
        evidence: 'proven',
        messageNumber: number,
      }),
    );
  }
  const ruledOut = new Map(state.ruledOut);
  ruledOut.set(doubt.id, new Set(state.ruledOut.get(doubt.id)).add(number));
  // It is some message of this chat, so it is no other doubt's of another chat.
  const taken = finding === 'absent' ? state.taken : new Set(state.taken).add(number);
  const fitsHalf = finding === 'different' || (finding === 'untouchable' && !doubt.isProvable);
  const blurred = fitsHalf ? new Set(state.blurred).add(doubt.id) : state.blurred;
  return withoutHopeless({ ...state, ruledOut, taken, blurred });
}

/** Closes a doubt by other means than a probe: the person cannot be asked about any more. */
export function drop(state: Case, doubt: Doubt): Case {
  return { ...state, open: state.open.filter(({ id }) => id !== doubt.id) };
}

function decide(state: Case, doubt: Doubt, verdict: Verdict): Case {
  return { ...drop(state, doubt), verdicts: new Map(state.verdicts).set(doubt.id, verdict) };
}

/** Closes the doubts that no probe can help: no number is left, or far too many are. */
function withoutHopeless(state: Case): Case {
  let next = state;
  for (const doubt of state.open) {
    const left = candidatesOf(next, doubt).length;
    if (left > 0 && left <= MOST_CANDIDATES) continue;
    const isDisproven = left === 0 && !next.blurred.has(doubt.id);
    const evidence: Evidence = isDisproven ? 'disproven' : 'undecided';
    next = decide(next, doubt, { evidence, messageNumber: null });
  }
  return next;
}

/**
 * Whether Telegram lets a bot probe such a message: buttons under it or none, but no phone keyboard and no
 * forward.
 */
export function isProvable(method: string, markup: unknown): boolean {
  if (method.startsWith('forward')) return false;
  return markup === undefined || markup === null || isInline(markup);
}

/** The markup to probe with: the very one that was sent where it is inline, else none. */
export function probeMarkup(markup: unknown): unknown {
  return isInline(markup) ? markup : undefined;
}

function isInline(markup: unknown): boolean {
  return typeof markup === 'object' && markup !== null && 'inline_keyboard' in markup;
}

/** What a probe that Telegram answered found; null when the answer is about something else. */
export function findingOf(failure: SendFailure | null): Finding | null {
  if (failure === null) return 'different';
  if (failure.kind !== 'rejected') return null;
  const words = failure.description;
  if (/message is not modified/i.test(words)) return 'same';
  if (/message to edit not found|MESSAGE_ID_INVALID/i.test(words)) return 'absent';
  if (/message can't be edited/i.test(words)) return 'untouchable';
  return null;
}
