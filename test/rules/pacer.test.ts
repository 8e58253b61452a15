import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer, NeverLeft } from '../../src/platform/pacer.ts';
import { createChatAllowances, createSlots } from '../../src/platform/pacing.ts';
import { TelegramFailure } from '../../src/platform/telegram.ts';
import { ManualClock, turns } from '../support/manual-clock.ts';

/** The most departures in any second. */
function busiestSecond(times: number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length),
  );
}

describe('slots', () => {
  it('lie evenly', () => {
    const slots = createSlots(28);
    const times: number[] = [];
    for (let now = 0; times.length < 280; now = Math.ceil(slots.opensAt(now))) {
      slots.take(now);
      times.push(now);
    }
    // Whole milliseconds round one into the second now and then.
    expect(busiestSecond(times)).toBeLessThanOrEqual(29);
    expect(times.at(-1)).toBeGreaterThanOrEqual((279 / 28) * 1000);
    expect(times.at(-1)).toBeLessThan((279 / 28) * 1000 + 2);
  });

  it('never come faster than the rate, however late the timers, and a long pause earns no burst', () => {
    const lateness = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(lateness), (rate, delays) => {
        const slots = createSlots(rate);
        const times: number[] = [];
        let now = 0;
        for (const delay of delays) {
          now = Math.max(now, Math.ceil(slots.opensAt(now))) + delay;
          slots.take(now);
          times.push(now);
        }
        // 2 % to make up for lost time; the edges of the second; a timer that was a little late.
        expect(busiestSecond(times)).toBeLessThanOrEqual(Math.ceil(rate * 1.02) + 2);
      }),
    );
  });

  it('make up for time lost, without crowding', () => {
    const slots = createSlots(28);
    const times: number[] = [];
    let now = 0;
    for (let slot = 0; slot < 560; slot++) {
      now = Math.ceil(slots.opensAt(now)) + (slot % 56 === 55 ? 15 : 0);
      slots.take(now);
      times.push(now);
    }
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan((559 / 28) * 1000 + 70);
    expect(busiestSecond(times)).toBeLessThanOrEqual(30);
  });

  it('end with a refusal, until its time is over, at least for the longest one named', () => {
    const slots = createSlots(28);
    const first = slots.take(0);
    const second = slots.take(36);
    slots.refused(first, 100, 5000);
    slots.refused(second, 130, 1000);
    expect(slots.opensAt(200)).toBe(5100);
    expect(slots.opensAt(5100)).toBe(5100);
  });

  it('find out the limit of the server from what it took before it refused', () => {
    const slots = createSlots(28);
    let now = 0;
    for (let sent = 0; sent < 20; sent++) {
      now = Math.ceil(slots.opensAt(now));
      slots.accepted(slots.take(now));
    }
    now = Math.ceil(slots.opensAt(now));
    slots.refused(slots.take(now), now + 60, 1000);
    slots.take(now + 1060);
    expect(slots.rate(now + 1060)).toBeCloseTo((20 * 28) / 30, 5);
  });

  it('step down a little when nothing but jitter was too much', () => {
    const slots = createSlots(28);
    let now = 0;
    for (let sent = 0; sent < 60; sent++) {
      now = Math.ceil(slots.opensAt(now));
      slots.accepted(slots.take(now));
    }
    now = Math.ceil(slots.opensAt(now));
    slots.refused(slots.take(now), now + 60, 1000);
    slots.take(now + 1060);
    expect(slots.rate(now + 1060)).toBeCloseTo(28 * 0.97, 5);
  });

  it('halve at most when the refusal cannot have been their own fault, and creep back up', () => {
    const slots = createSlots(28);
    slots.accepted(slots.take(0));
    slots.refused(slots.take(36), 100, 1000);
    slots.take(1100);
    expect(slots.rate(1100)).toBe(14);
    expect(slots.rate(61_000)).toBe(14);
    expect(slots.rate(91_000)).toBeGreaterThan(18);
    expect(slots.rate(600_000)).toBe(28);
  });

  it('step down once for a lock, whatever comes back late from before it', () => {
    const slots = createSlots(28);
    const first = slots.take(0);
    const second = slots.take(36);
    slots.refused(first, 100, 1000);
    slots.take(1100);
    const rate = slots.rate(1100);
    slots.refused(second, 1200, 1000);
    slots.take(2200);
    expect(slots.rate(2200)).toBe(rate);
  });

  it('without a limit never wait but for a lock', () => {
    const slots = createSlots(Infinity);
    for (let sent = 0; sent < 10_000; sent++) slots.accepted(slots.take(5));
    expect(slots.opensAt(5)).toBe(5);
    slots.refused(slots.take(5), 5, 2000);
    expect(slots.opensAt(6)).toBe(2005);
    expect(slots.rate(9000)).toBe(Infinity);
  });
});

describe('what a chat takes', () => {
  it('is one message a second, and five at once for answers', () => {
    const chats = createChatAllowances();
    for (let sent = 0; sent < 5; sent++) {
      expect(chats.opensAt(7, 'interactive', 0)).toBe(0);
      chats.take(7, 0);
    }
    expect(chats.opensAt(7, 'interactive', 0)).toBe(1000);
    expect(chats.opensAt(7, 'bulk', 0)).toBe(1000);
    expect(chats.opensAt(8, 'bulk', 0)).toBe(0);
  });

  it('is a second apart for everything else', () => {
    const chats = createChatAllowances();
    chats.take(7, 0);
    expect(chats.opensAt(7, 'interactive', 100)).toBe(100);
    expect(chats.opensAt(7, 'bulk', 100)).toBe(1000);
  });

  it('is twenty a minute for a group', () => {
    const chats = createChatAllowances();
    chats.take(-7, 0);
    expect(chats.opensAt(-7, 'bulk', 0)).toBe(3000);
  });

  it('is forgotten when it no longer matters', () => {
    const chats = createChatAllowances();
    for (let chat = 1; chat <= 10_000; chat++) chats.take(chat, chat);
    expect(chats.size).toBeLessThan(5100);
  });
});

describe('the pacer', () => {
  const flood = (seconds: number) =>
    new TelegramFailure('sendMessage', { kind: 'flood', retryAfterMs: seconds * 1000 });

  function setUp(ratePerSecond: number, concurrency = 64) {
    const clock = new ManualClock();
    const zero = clock.now().getTime();
    const pacer = createPacer({ clock, ratePerSecond, concurrency });
    const left: { name: string; at: number }[] = [];
    const send = (name: string, lane: 'interactive' | number, chatId: number | null) =>
      pacer.schedule({ lane, chatId }, async () => {
        left.push({ name, at: clock.now().getTime() - zero });
      });
    return { clock, pacer, left, send, names: () => left.map(({ name }) => name) };
  }

  it('lets answers go first, then the more urgent, then the earlier', async () => {
    const { clock, send, names } = setUp(10);
    void send('first', 2, 1);
    void send('broadcast', 2, 2);
    void send('reminder', 1, 3);
    void send('broadcast too', 2, 4);
    void send('answer', 'interactive', 5);
    await clock.advance(1000);
    expect(names()).toEqual(['first', 'answer', 'reminder', 'broadcast', 'broadcast too']);
  });

  it('sends a thousand messages at 28 a second in 36 seconds, never more than 28 in one', async () => {
    const { clock, send, left } = setUp(28);
    for (let chat = 1; chat <= 995; chat++) void send(`${chat}`, 2, chat);
    await clock.advance(40_000);
    expect(left).toHaveLength(995);
    expect(left.at(-1)?.at).toBeLessThan(33_200 * 1.08);
    expect(busiestSecond(left.map(({ at }) => at))).toBeLessThanOrEqual(29);
  });

  it('has one request in flight to a chat, and does not hold up the others for it', async () => {
    const { pacer, send, names } = setUp(Infinity);
    let answer: () => void = () => {};
    const first = pacer.schedule(
      { lane: 2, chatId: 1 },
      () =>
        new Promise<void>((r) => {
          answer = r;
        }),
    );
    void send('second', 2, 1);
    void send('answer', 'interactive', 1);
    void send('elsewhere', 2, 2);
    await turns();
    expect(names()).toEqual(['elsewhere']);
    answer();
    await first;
    await turns();
    expect(names()).toEqual(['elsewhere', 'answer', 'second']);
  });

  it('has no more in flight than allowed, answers excepted', async () => {
    const { pacer, send, names } = setUp(Infinity, 1);
    let answer: () => void = () => {};
    void pacer.schedule(
      { lane: 2, chatId: 1 },
      () =>
        new Promise<void>((r) => {
          answer = r;
        }),
    );
    void send('bulk', 2, 2);
    void send('answer', 'interactive', 3);
    await turns();
    expect(names()).toEqual(['answer']);
    answer();
    await turns();
    expect(names()).toEqual(['answer', 'bulk']);
  });

  it('stops everything for a refusal, what leaves at the same time included', async () => {
    const { clock, pacer, send, left } = setUp(Infinity);
    let pauses = 0;
    pacer.onPause(() => pauses++);
    const refused = pacer.schedule({ lane: 2, chatId: 1 }, async () => {
      throw flood(3);
    });
    await expect(refused).rejects.toThrow(/retry after 3/);
    expect(pauses).toBe(1);
    expect(pacer.pausedUntil()?.getTime()).toBe(clock.now().getTime() + 3000);
    void send('answer', 'interactive', 2);
    void send('bulk', 2, 3);
    await clock.advance(2999);
    expect(left).toEqual([]);
    await clock.advance(1);
    expect(left.map(({ name }) => name)).toEqual(['answer', 'bulk']);
    expect(pacer.pausedUntil()).toBeNull();
  });

  it('lets a turn be called off, but not after it was taken', async () => {
    const { clock, pacer, send, names } = setUp(1);
    const off = new AbortController();
    void send('now', 2, 1);
    const called = pacer.schedule({ lane: 2, chatId: 2, signal: off.signal }, async () => 'left');
    off.abort();
    await expect(called).rejects.toBeInstanceOf(NeverLeft);
    await clock.advance(5000);
    expect(names()).toEqual(['now']);
    const taken = pacer.schedule({ lane: 2, chatId: 3, signal: off.signal }, async () => 'left');
    await expect(taken).rejects.toBeInstanceOf(NeverLeft);
  });

  it('keeps to what a server of any lower limit allows, and loses little by finding out', async () => {
    for (const limit of [20, 12]) {
      const { clock, pacer } = setUp(28);
      const zero = clock.now().getTime();
      const accepted: number[] = [];
      let lockedUntil = 0;
      let done = 0;
      const sendOnce = async (chat: number): Promise<void> => {
        try {
          await pacer.schedule({ lane: 2, chatId: chat }, async () => {
            const now = clock.now().getTime() - zero;
            const recent = accepted.filter((time) => time > now - 1000).length;
            if (now < lockedUntil || recent >= limit) {
              lockedUntil = now + 1000;
              throw flood(1);
            }
            accepted.push(now);
          });
          done = clock.now().getTime() - zero;
        } catch {
          await sendOnce(chat);
        }
      };
      for (let chat = 1; chat <= 400; chat++) void sendOnce(chat);
      await clock.advance(120_000);
      expect(accepted).toHaveLength(400);
      expect(done / ((400 / limit) * 1000)).toBeLessThan(1.2);
    }
  });
});
