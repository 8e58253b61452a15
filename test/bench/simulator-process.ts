/**
 * The simulator in a process of its own, so that what is measured shares neither its event loop nor its heap:
 * `simulator-process.ts JSON`, the JSON being a `SimulatorSettings`. Answers commands of its parent.
 */
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../src/simulator/simulator.ts';

export const TOKEN = '100:bench';

export interface SimulatorSettings {
  limits: NonNullable<SimulatorOptions['limits']>;
  /** Travel time of a call there and back: evenly between the two (ms). */
  latencyMs: [number, number];
  people: number;
  /** Shares of sends cut before and after their effect. */
  cutBefore?: number;
  cutAfter?: number;
  /** Numbers that are skipped, so that evidence decides nothing. */
  numberGaps?: { probability: number; most: number };
}

/** What a measurement wants to know in the end. */
export interface Tally {
  refused: number;
  /** People without a message, and messages beyond the first. */
  lost: number;
  repeated: number;
  probes: number;
  /** Milliseconds from the first accepted message to the last. */
  wallMs: number;
}

export type Ready = { url: string; firstPerson: number; knownNumber: number };

if (process.send) await serve(JSON.parse(process.argv[2] ?? '{}'));

async function serve(settings: SimulatorSettings): Promise<void> {
  const [least, most] = settings.latencyMs;
  const simulator = await startSimulator({
    bots: [{ token: TOKEN, username: 'kader_bot', name: 'Kader' }],
    limits: settings.limits,
    latencyMs: () => least + Math.random() * (most - least),
    logLimit: 100_000,
  });
  const firstPerson = simulator.addCrowd(settings.people);
  const hello = { do: 'say', chatId: firstPerson, text: 'Halo' } as const;
  const knownNumber = simulator.act(firstPerson, hello).messageId ?? 0;
  const scope = { methods: ['sendMessage'] };
  const { cutBefore, cutAfter, numberGaps } = settings;
  if (cutBefore)
    simulator.faults.add({ kind: 'resetBefore' }, { ...scope, probability: cutBefore });
  if (cutAfter) simulator.faults.add({ kind: 'resetAfter' }, { ...scope, probability: cutAfter });
  if (numberGaps) simulator.faults.numberGaps(numberGaps);
  process.on('message', (command) => {
    if (command === 'tally') process.send?.(tally(simulator, firstPerson, settings.people));
  });
  process.send?.({ url: simulator.url, firstPerson, knownNumber } satisfies Ready);
}

function tally(simulator: Simulator, first: number, people: number): Tally {
  let lost = 0;
  let repeated = 0;
  for (let person = first; person < first + people; person++) {
    const copies = simulator.messagesOf(person).filter(({ from }) => from.isBot).length;
    if (copies === 0) lost++;
    else repeated += copies - 1;
  }
  const times = simulator.log
    .calls('sendMessage')
    .filter(({ status, effective }) => status === 200 || effective)
    .map(({ endedAt }) => endedAt);
  return {
    refused: simulator.log.count(429),
    lost,
    repeated,
    probes: simulator.log.count(undefined, 'editMessageReplyMarkup'),
    wallMs: Math.max(...times) - Math.min(...times),
  };
}
