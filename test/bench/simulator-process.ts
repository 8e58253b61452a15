/**
 * The simulator in a process of its own, so that what is measured shares neither its event loop nor its heap:
 * `simulator-process.ts JSON`, the JSON being a `SimulatorSettings`. Tells its parent that it is `Ready`, and
 * the `Tally` when asked.
 */
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { type Ready, type SimulatorSettings, type Tally, TOKEN } from './simulator-settings.ts';

const settings: SimulatorSettings = JSON.parse(process.argv[2] ?? '');
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
if (cutBefore) simulator.faults.add({ kind: 'resetBefore' }, { ...scope, probability: cutBefore });
if (cutAfter) simulator.faults.add({ kind: 'resetAfter' }, { ...scope, probability: cutAfter });
if (numberGaps) simulator.faults.numberGaps(numberGaps);
process.on('message', (command) => {
  if (command === 'tally') process.send?.(tally(simulator, firstPerson, settings.people));
});
process.send?.({ url: simulator.url, firstPerson, knownNumber } satisfies Ready);

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
