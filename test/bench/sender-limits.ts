/**
 * The sender at Telegram's limits, beside what people usually write: 995 recipients, at most 30 accepted in
 * any second, a refusal locks the bot, 20–100 ms of latency. Ratios to what the server allows.
 */
import { Telegram } from 'telegraf';
import { systemClock as clock } from '../../src/platform/clock.ts';
import { type CallApi, pacedCall } from '../../src/platform/paced-call.ts';
import { rivals } from './sender-rivals.ts';
import { TOKEN } from './simulator-settings.ts';
import { onStage, prepare, round, type Stage, sendAll } from './stage.ts';
import { printTable, quantile } from './table.ts';

const PEOPLE = 995;
const LATENCY: [number, number] = [20, 100];
/** Who has not sent to everybody by then, five times what the limit takes, has lost the rest. */
const PATIENCE_MS = 166_000;

/** Times in units of what the server's limit allows. */
async function row(name: string, perSecond: number, stage: Stage): Promise<(string | number)[]> {
  const { wallMs, refused, lost, repeated } = await stage.tally();
  const ideal = (PEOPLE / perSecond) * 1000;
  const cells = [name, round(wallMs / ideal, 3), refused, lost, repeated];
  process.stderr.write(`${cells.join(' | ')}\n`);
  return cells;
}

export async function measureLimits(): Promise<void> {
  const rows: (string | number)[][] = [['sender', 'wall', '429s', 'lost', 'repeated']];
  const limited = (lockSeconds: number, perSecond = 30) => ({
    limits: { perSecond, lockSeconds },
    latencyMs: LATENCY,
    people: PEOPLE,
  });
  for (const [lock, perSecond] of [
    [1, 30],
    [10, 30],
    [1, 20],
  ] as const) {
    await onStage(limited(lock, perSecond), async (stage) => {
      const play = await prepare(stage, 28);
      await sendAll(play);
      rows.push(await row(`this outbox, ${perSecond}/s, ${lock} s lock`, perSecond, stage));
      await play.close();
    });
  }
  for (const { name, sendAll: sendAllWith } of rivals)
    await onStage(limited(1), async (stage) => {
      await Promise.race([sendAllWith(stage), clock.wait(PATIENCE_MS)]);
      rows.push(await row(name, 30, stage));
    });
  printTable(rows);
}

/** The time of a direct answer while a broadcast runs, beside the time of one while nothing else goes on. */
export async function measureAnswers(): Promise<void> {
  const rows: (string | number)[][] = [['answers to 200 people', 'p50 ms', 'p95 ms', '429s']];
  const settings = {
    limits: { perSecond: 30, lockSeconds: 1 },
    latencyMs: LATENCY,
    people: PEOPLE + 200,
  };
  for (const isBusy of [false, true]) {
    await onStage(settings, async (stage) => {
      const play = await prepare({ ...stage, people: PEOPLE }, 28);
      const telegram = new Telegram(TOKEN, { apiRoot: stage.url });
      const call = pacedCall(telegram.callApi.bind(telegram) as unknown as CallApi, {
        pacer: play.pacer,
        clock,
      });
      if (isBusy) await play.sender.start();
      const times: number[] = [];
      const asking: Promise<void>[] = [];
      for (let person = 0; person < 200; person++) {
        await clock.wait(Math.random() * 250);
        asking.push(answer(call, stage.firstPerson + PEOPLE + person, times));
      }
      await Promise.all(asking);
      await play.sender.stop();
      rows.push([
        isBusy ? 'during a broadcast' : 'idle',
        round(quantile(times, 0.5)),
        round(quantile(times, 0.95)),
        (await stage.tally()).refused,
      ]);
      await play.close();
    });
  }
  printTable(rows);
}

async function answer(call: CallApi, chatId: number, times: number[]): Promise<void> {
  const start = performance.now();
  await call('sendMessage', { chat_id: chatId, text: 'Baik.' });
  times.push(performance.now() - start);
}
