import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../src/simulator/simulator.ts';

export const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
export const BOT = { token: TOKEN, username: 'kader_bot', name: 'Kader Bot' };
export const BOT_ID = 110201543;

/** A clock that only moves when a test says so, and runs what falls due on the way. */
class HandClock {
  #now: number;
  #due: { at: number; run: () => void }[] = [];

  constructor(start = '2024-05-20T01:00:00Z') {
    this.#now = Date.parse(start);
  }

  now = (): Date => new Date(this.#now);

  after = (ms: number, run: () => void): (() => void) => {
    const entry = { at: this.#now + ms, run };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  };

  /** How many things wait for their time. */
  get waiting(): number {
    return this.#due.length;
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }
}

export interface Answer<Result = Record<string, unknown>> {
  status: number;
  ok: boolean;
  result: Result;
  error_code?: number;
  description?: string;
  parameters?: Record<string, number>;
}

/** One call as any HTTP client would make it; nothing in it knows the simulator. */
export async function callApi<Result = Record<string, unknown>>(
  root: string,
  method: string,
  params: Record<string, unknown> | FormData = {},
): Promise<Answer<Result>> {
  const body =
    params instanceof FormData
      ? { body: params }
      : { body: JSON.stringify(params), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${root}/bot${TOKEN}/${method}`, { method: 'POST', ...body });
  return {
    status: response.status,
    ...((await response.json()) as Omit<Answer<Result>, 'status'>),
  };
}

export interface Bench {
  sim: Simulator;
  clock: HandClock;
  /** Siti, who has pressed Start; the update of that is confirmed. */
  siti: number;
  call: <Result = Record<string, unknown>>(
    method: string,
    params?: Record<string, unknown> | FormData,
  ) => Promise<Answer<Result>>;
  /** The updates the bot has not confirmed yet. */
  updates: () => Promise<Record<string, Record<string, unknown>>[]>;
}

/** A simulator with one bot, one person and a clock in the test's hand. */
export async function startBench(options: SimulatorOptions = {}): Promise<Bench> {
  const clock = new HandClock();
  const sim = await startSimulator({
    now: clock.now,
    after: clock.after,
    limits: 'off',
    bots: [BOT],
    ...options,
  });
  const siti = sim.addPerson({
    id: 700_000_001,
    firstName: 'Siti',
    lastName: 'Aminah',
    username: 'siti_a',
    phone: '+6281234567890',
    role: 'PSM',
    kelurahan: 'Karawaci',
  }).id;
  const call: Bench['call'] = (method, params) => callApi(sim.url, method, params);
  const updates: Bench['updates'] = async () => {
    const { result } = await call<Record<string, Record<string, unknown>>[]>('getUpdates');
    return result;
  };
  sim.act(siti, { do: 'say', chatId: siti, text: '/start' });
  await call('getUpdates', { offset: -1 });
  const [last] = await updates();
  await call('getUpdates', { offset: Number(last?.update_id ?? 0) + 1 });
  return { sim, clock, siti, call, updates };
}
