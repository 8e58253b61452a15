import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { serveWebhook, webhookPath } from '../../src/bot/webhook.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import { createHttpServer } from '../../src/platform/http.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { openTestDatabase } from '../support/test-database.ts';

const token = '4242:token-of-the-bot-under-test';
const secret = 'a-secret-of-the-webhook';

/** The app behind its own web server, with the simulator delivering to it. */
async function webhookWorld() {
  const { db, close } = await openTestDatabase();
  onTestFinished(close);
  const outcome = await prepareWilayah(db, '36.71');
  if (!outcome.ok) throw new Error(outcome.reason);
  const simulator = await startSimulator({
    limits: 'off',
    bots: [{ token, username: 'kader_uji_bot', name: 'Kader Uji' }],
  });
  onTestFinished(() => simulator.stop());
  const app = createApp({
    db,
    wilayah: outcome.wilayah,
    clock: new ManualClock(),
    logger: createLogger('silent'),
    botToken: token,
    telegramApiRoot: simulator.url,
    ratePerSecond: Number.POSITIVE_INFINITY,
    publicUrl: 'https://kader.uji',
    adminTelegramIds: [],
  });
  app.bot.botInfo = await app.bot.telegram.getMe();
  const server = createHttpServer(async () => ({}));
  serveWebhook(server, app.bot, app.ports, secret);
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  await app.bot.telegram.setWebhook(`${address}${webhookPath}`, { secret_token: secret });
  await app.startSending();
  onTestFinished(() => app.stopSending());
  return { app, db, simulator, address };
}

it('takes updates in over a webhook, and each once', async () => {
  const { db, simulator } = await webhookWorld();
  const siti = simulator.addPerson({ firstName: 'Siti' });
  simulator.faults.duplicateUpdates(2);
  const answered = new Promise<void>((resolve) => {
    simulator.events.subscribe((_person, event) => {
      if (event.event === 'message' && event.message.from.isBot) resolve();
    });
  });
  simulator.act(siti.id, { do: 'say', chatId: siti.id, text: '/start' });
  await simulator.settled();
  await answered;
  expect(simulator.messagesOf(siti.id).filter((message) => message.from.isBot)).toHaveLength(1);
  expect(await db.inboundUpdate.count()).toBe(1);
});

it('turns away whoever does not know the secret, and what is no update', async () => {
  const { address } = await webhookWorld();
  const post = (headers: Record<string, string>, body: unknown) =>
    fetch(`${address}${webhookPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  expect((await post({}, { update_id: 1 })).status).toBe(401);
  const known = { 'x-telegram-bot-api-secret-token': secret };
  expect((await post(known, { hello: 'world' })).status).toBe(400);
});

it('takes up after a restart what it had taken in and not dealt with', async () => {
  const { app, db, simulator } = await webhookWorld();
  const siti = simulator.addPerson({ firstName: 'Siti', hasStarted: true });
  await app.stopSending();
  await db.inboundUpdate.create({
    data: {
      updateId: 77,
      receivedAt: new Date(),
      payload: {
        update_id: 77,
        message: {
          message_id: 5,
          date: 1,
          chat: { id: siti.id, type: 'private', first_name: 'Siti' },
          from: { id: siti.id, is_bot: false, first_name: 'Siti' },
          text: 'halo',
        },
      },
    },
  });
  await app.startSending();
  await app.atRest();
  expect(simulator.messagesOf(siti.id)).toHaveLength(1);
});
