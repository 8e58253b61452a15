import { expect, it } from 'vitest';
import { payingClient } from '../../src/platform/paid-client.ts';
import { createTelegramClient } from '../../src/platform/telegram-client.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { ManualClock } from '../support/manual-clock.ts';

const token = '4242:token-of-the-paying-bot';

it('sends more than thirty in a second, which a bot that does not pay may not', async () => {
  const clock = new ManualClock();
  const simulator = await startSimulator({
    now: () => clock.now(),
    limits: 'telegram',
    bots: [{ token, username: 'kader_uji_bot', name: 'Kader Uji' }],
  });
  const people = Array.from({ length: 40 }, (_, n) =>
    simulator.addPerson({ firstName: `Kader ${n}`, hasStarted: true }),
  );
  const free = createTelegramClient({ token, apiRoot: simulator.url, clock });
  const sendAll = async (client: typeof free) => {
    const ends = await Promise.allSettled(
      people.map(({ id }) => client.call('sendMessage', { chat_id: id, text: 'Halo' })),
    );
    return ends.filter(({ status }) => status === 'fulfilled').length;
  };
  expect(await sendAll(payingClient(free))).toBe(40);
  await clock.advance(60_000);
  expect(await sendAll(free)).toBe(30);
  await simulator.stop();
});
