import type { PageRefusal } from '../page-contract.ts';
import type { ServerClock } from './server-clock.ts';

/** The server does not let this page in any more; asking again will not help. */
export class Refused extends Error {
  override name = 'Refused';
  readonly reason: PageRefusal['reason'];

  constructor(reason: PageRefusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

const reasons: readonly string[] = ['forged', 'expired', 'notStaff', 'unknownEvent'];

/**
 * Asks the server something below this page's own address.
 *
 * @param path e.g. `papan`
 * @param body sent as JSON with POST; absent: GET
 * @returns null when the server has nothing new
 * @throws Refused; whatever else means that there was no usable answer, and one may ask again
 */
export async function ask<Answer extends { now: number }>(
  path: string,
  { clock, timeoutMs, body }: { clock: ServerClock; timeoutMs: number; body?: unknown },
): Promise<Answer | null> {
  const askedAt = Date.now();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeoutMs);
  try {
    const response = await fetch(`${location.pathname}/${path}`, {
      signal: giveUp.signal,
      cache: 'no-store',
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    });
    if (response.status === 204) {
      clock.heard(Number(response.headers.get('x-now')), askedAt);
      return null;
    }
    const answer: unknown = await response.json();
    if (!response.ok) throw refusalOf(answer) ?? new Error(`the server said ${response.status}`);
    const heard = answer as Answer;
    clock.heard(heard.now, askedAt);
    return heard;
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(answer: unknown): Refused | null {
  const reason = (answer as Partial<PageRefusal> | null)?.reason;
  return reason !== undefined && reasons.includes(reason) ? new Refused(reason) : null;
}
