import type { Clock } from '../../platform/clock.ts';
import type { Html } from '../../text/html.ts';

/** The one message that keeps somebody company while work goes on. */
export interface Company {
  show(text: Html): Promise<{ edit(text: Html): Promise<unknown>; remove(): Promise<unknown> }>;
  /** Called each time before the message is renewed. */
  look?(): Promise<void>;
  /** Hears why the message could not be shown; the work goes on without it. */
  onFailure(error: unknown): void;
}

/** How long work may take before a word is said about it, and how often that is renewed (ms). */
const saidAfterMs = 2_000;
const renewedEveryMs = 3_000;

/**
 * Does work that may take long. After two seconds a message says that it is under way; it is renewed at most
 * every three seconds and goes away with the end of the work.
 *
 * @param words what is said after so many seconds
 */
export async function withCompany<T>(
  clock: Clock,
  company: Company,
  words: (seconds: number) => Html,
  work: () => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const said = keepCompany(clock, company, words, end.signal).catch(company.onFailure);
  try {
    return await work();
  } finally {
    end.abort();
    await said;
  }
}

async function keepCompany(
  clock: Clock,
  { show, look }: Company,
  words: (seconds: number) => Html,
  end: AbortSignal,
): Promise<void> {
  const begunAt = clock.now().getTime();
  const seconds = () => Math.round((clock.now().getTime() - begunAt) / 1_000);
  await clock.wait(saidAfterMs, end);
  if (end.aborted) return;
  const message = await show(words(seconds()));
  try {
    for (;;) {
      await clock.wait(renewedEveryMs, end);
      if (end.aborted) break;
      await look?.();
      await message.edit(words(seconds()));
    }
  } finally {
    await message.remove();
  }
}
