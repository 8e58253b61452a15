import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Markup, Telegraf, TelegramError } from 'telegraf';
import { message } from 'telegraf/filters';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench, TOKEN } from './simulator-bench.ts';

let bench: Bench;
let bot: Telegraf;
let end: () => Promise<void>;

beforeEach(async () => {
  bench = await startBench();
  bot = new Telegraf(TOKEN, { telegram: { apiRoot: bench.sim.url, webhookReply: false } });
  bot.start((ctx) =>
    ctx.replyWithHTML(
      `<b>Halo</b> ${ctx.from.first_name} (${ctx.payload})`,
      Markup.inlineKeyboard([Markup.button.callback('Setuju', 'setuju')]),
    ),
  );
  bot.action('setuju', async (ctx) => {
    await ctx.answerCbQuery('Terima kasih');
    await ctx.editMessageText('Disetujui');
    await ctx.reply('Nomor?', Markup.keyboard([[Markup.button.contactRequest('Bagikan')]]));
  });
  bot.on(message('contact'), (ctx) =>
    ctx.replyWithDocument(
      { source: Buffer.from(ctx.message.contact.phone_number), filename: 'nomor.txt' },
      { caption: '<i>Nomor</i>', parse_mode: 'HTML', ...Markup.removeKeyboard() },
    ),
  );
  bot.on(message('document'), async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.document.file_id);
    const bytes = await (await fetch(link)).text();
    await ctx.reply(`Isi: ${bytes}`);
  });
});
afterEach(async () => {
  await end();
  await bench.sim.stop();
});

async function conversation(): Promise<void> {
  const { sim, siti } = bench;
  sim.act(siti, { do: 'followLink', url: 'https://t.me/kader_bot?start=abc' });
  await sim.settled();
  const greeting = sim.messagesOf(siti).at(-1);
  expect(greeting).toMatchObject({ text: 'Halo Siti (abc)', entities: [{ type: 'bold' }] });
  const messageId = Number(greeting?.messageId);
  const { callbackId } = sim.act(siti, { do: 'tap', chatId: siti, messageId, row: 0, column: 0 });
  await sim.settled();
  expect(sim.callbackAnswer(String(callbackId))?.text).toBe('Terima kasih');
  expect(sim.messagesOf(siti).slice(-2)).toMatchObject([
    { messageId, text: 'Disetujui', buttons: [] },
    { text: 'Nomor?' },
  ]);
  expect(sim.keyboardOf(siti)?.rows).toEqual([[{ text: 'Bagikan', request: 'contact' }]]);
  sim.act(siti, { do: 'shareContact', chatId: siti });
  await sim.settled();
  const document = sim.messagesOf(siti).at(-1);
  expect(document).toMatchObject({ text: 'Nomor', file: { name: 'nomor.txt' } });
  expect(Buffer.from(sim.fileBytes(String(document?.file?.fileId))).toString()).toBe(
    '6281234567890',
  );
  expect(sim.keyboardOf(siti)).toBeNull();
  sim.sendFile(siti, { bytes: Buffer.from('satu'), name: 'satu.txt' });
  await sim.settled();
  expect(sim.messagesOf(siti).at(-1)?.text).toBe('Isi: satu');
}

describe('a real telegraf bot', () => {
  it('talks over long polling, and stops at once', async () => {
    const launched = bot.launch();
    end = async () => {
      bot.stop();
      await launched;
    };
    await conversation();
  });

  it('talks over a webhook', async () => {
    const hook = bot.webhookCallback('/hook', { secretToken: 'rahasia' });
    const server = http.createServer(hook);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    end = async () => {
      server.closeAllConnections();
      server.close();
    };
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/hook`;
    await bot.telegram.setWebhook(url, { secret_token: 'rahasia' });
    await conversation();
  });

  it('meets refusals as it does elsewhere', async () => {
    end = async () => {};
    const error = await bot.telegram.sendMessage(5, 'Halo').catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(TelegramError);
    expect(error).toMatchObject({ code: 400, description: 'Bad Request: chat not found' });
    bench.sim.setLimits({ perSecond: 0, lockSeconds: 3 });
    const flood = await bot.telegram
      .sendMessage(bench.siti, 'Halo')
      .catch((refusal: unknown) => refusal);
    expect(flood).toMatchObject({ code: 429, parameters: { retry_after: 3 } });
  });

  it('sends albums and photos', async () => {
    end = async () => {};
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const sent = await bot.telegram.sendMediaGroup(bench.siti, [
      { type: 'photo', media: { source: png }, caption: 'Satu' },
      { type: 'photo', media: { source: png } },
    ]);
    expect(sent).toMatchObject([{ caption: 'Satu', photo: [{ width: 1 }] }, {}]);
    const photo = await bot.telegram.sendPhoto(bench.siti, { source: png });
    await bot.telegram.editMessageCaption(bench.siti, photo.message_id, undefined, 'Peta');
    expect(bench.sim.messagesOf(bench.siti).at(-1)).toMatchObject({ text: 'Peta' });
  });
});
