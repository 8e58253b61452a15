import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { type CallApi, pacedCall } from '../../src/platform/paced-call.ts';
import { createPacer } from '../../src/platform/pacer.ts';
import { ManualClock, turns } from '../support/manual-clock.ts';

/** Telegraf's `callApi` as the paced one sees it, with the moments of the calls. */
function setUp(answer: CallApi) {
  const clock = new ManualClock();
  const zero = clock.now().getTime();
  const calls: { method: string; at: number }[] = [];
  const seen: [number, number][] = [];
  const pacer = createPacer({ clock, ratePerSecond: 10 });
  const call = pacedCall(
    (method, payload, options) => {
      calls.push({ method, at: clock.now().getTime() - zero });
      return answer(method, payload, options);
    },
    { pacer, clock, onMessage: (chatId, number) => seen.push([chatId, number]) },
  );
  return { clock, pacer, call, calls, seen };
}

const flood = () =>
  new TelegramError({
    error_code: 429,
    description: 'Too Many Requests: retry after 2',
    parameters: { retry_after: 2 },
  });

describe('a direct answer', () => {
  it('takes the next slot before everything queued, and tells the number of its message', async () => {
    const { clock, pacer, call, calls, seen } = setUp(async () => ({ message_id: 77 }));
    const left: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      void pacer.schedule({ lane: 2, chatId: null }, async () => void left.push(name));
    }
    const answered = call('sendMessage', { chat_id: 5, text: 'x' }).then(() => left.push('answer'));
    await clock.advance(1000);
    await answered;
    expect(left).toEqual(['a', 'answer', 'b', 'c']);
    expect(calls).toEqual([{ method: 'sendMessage', at: 100 }]);
    expect(seen).toEqual([[5, 77]]);
  });

  it('waits out a 429 and is given all the same', async () => {
    let refusals = 1;
    const { clock, call, calls } = setUp(async () => {
      if (refusals-- > 0) throw flood();
      return { message_id: 1 };
    });
    const answered = call('sendMessage', { chat_id: 5, text: 'x' });
    await clock.advance(2000);
    expect(await answered).toEqual({ message_id: 1 });
    expect(calls.map(({ at }) => at)).toEqual([0, 2000]);
  });

  it("passes on telegraf's own errors", async () => {
    const refusal = new TelegramError({ error_code: 400, description: 'Bad Request: no' });
    const { call } = setUp(async () => {
      throw refusal;
    });
    await expect(call('sendMessage', { chat_id: 5 })).rejects.toBe(refusal);
  });

  it('fails after several 429s in a row', async () => {
    const { clock, call, calls } = setUp(async () => {
      throw flood();
    });
    const answered = call('sendMessage', { chat_id: 5 }).catch((error) => error.code);
    await clock.advance(60_000);
    expect(await answered).toBe(429);
    expect(calls).toHaveLength(4);
  });

  it('is given up when Telegram keeps silent', async () => {
    const { clock, call } = setUp(
      (_, __, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    const answered = call('sendMessage', { chat_id: 5 }).catch((error) => error.message);
    await clock.advance(60_000);
    expect(await answered).toBe('aborted');
  });
});

describe('what writes into no chat', () => {
  it('passes at once, also while the bot is locked', async () => {
    const { pacer, call, calls } = setUp(async () => true);
    await pacer
      .schedule({ lane: 2, chatId: 1 }, async () => {
        throw flood();
      })
      .catch(() => {});
    void call('editMessageText', { chat_id: 5 });
    expect(await call('answerCallbackQuery', { callback_query_id: '1' })).toBe(true);
    await turns();
    expect(calls.map(({ method }) => method)).toEqual(['answerCallbackQuery']);
  });
});
