import { Markup, Telegraf } from 'telegraf';
import type { BotCard } from '../../src/simulator/simulator.ts';
import { picture } from './picture.ts';

/** A bot that shows one of everything the chat page must be able to draw. */
export interface TalkingBot {
  readonly telegram: Telegraf['telegram'];
  /** Taps on *Tunggu* stay unanswered until this is called. */
  answerWaitingTap(): void;
  stop(): void;
}

/** Starts the bot on long polling against the Bot API at `apiRoot`. */
export function startTalkingBot(apiRoot: string, card: BotCard): TalkingBot {
  const bot = new Telegraf(card.token, { telegram: { apiRoot } });
  let answerWaiting = () => {};

  bot.start((ctx) =>
    ctx.payload === ''
      ? ctx.reply('Halo, saya bot percobaan.', menu())
      : ctx.reply(`Datang dari tautan ${ctx.payload}`),
  );
  bot.command('bantuan', (ctx) => ctx.reply('Ini bantuan.'));
  bot.action('agree', async (ctx) => {
    await ctx.answerCbQuery('Tercatat');
    await ctx.editMessageText('Terima kasih sudah setuju.');
  });
  bot.action('later', (ctx) => ctx.answerCbQuery('Baik, lain kali saja.', { show_alert: true }));
  bot.action('wait', async (ctx) => {
    await new Promise<void>((resolve) => {
      answerWaiting = resolve;
    });
    await ctx.answerCbQuery('Sudah selesai menunggu');
  });
  bot.hears('papan', (ctx) =>
    ctx.reply(
      'Silakan bagikan.',
      Markup.keyboard([
        [Markup.button.contactRequest('Bagikan nomor')],
        [Markup.button.locationRequest('Bagikan tempat'), 'Batal'],
      ]).oneTime(),
    ),
  );
  bot.hears('alasan', (ctx) => ctx.reply('Apa alasannya?', Markup.forceReply()));
  bot.hears('gambar', async (ctx) => {
    await ctx.replyWithPhoto({ source: picture }, { caption: 'Ini gambarnya' });
    await ctx.replyWithDocument({ source: Buffer.from('a;b\n1;2\n'), filename: 'daftar.csv' });
  });
  bot.hears('hiasan', (ctx) =>
    ctx.replyWithHTML(
      `<b>Tebal</b> <i>miring</i> <code>kode</code> <tg-spoiler>rahasia</tg-spoiler>
<blockquote>Kutipan</blockquote>
Buka <a href="https://t.me/${card.username}?start=dari_teks">tautan ini</a> atau /bantuan`,
    ),
  );
  bot.hears(/^banyak (\d+)$/, async (ctx) => {
    for (let number = 1; number <= Number(ctx.match[1]); number += 1) {
      await ctx.reply(`Pesan nomor ${number}.`);
    }
  });
  bot.on('contact', (ctx) =>
    ctx.reply(`Nomor ${ctx.message.contact.phone_number} diterima.`, Markup.removeKeyboard()),
  );
  bot.on('location', (ctx) => ctx.reply(`Lintang ${ctx.message.location.latitude} diterima.`));
  bot.on('document', (ctx) => ctx.reply(`Berkas ${ctx.message.document.file_name} diterima.`));
  bot.on('photo', (ctx) => ctx.reply('Foto diterima.'));
  bot.on('text', (ctx) => ctx.reply(`Anda menulis: ${ctx.message.text}`));

  void bot.launch();
  return {
    telegram: bot.telegram,
    answerWaitingTap: () => answerWaiting(),
    stop: () => bot.stop(),
  };
}

function menu() {
  return Markup.inlineKeyboard([
    [Markup.button.callback('Setuju', 'agree')],
    [Markup.button.callback('Nanti', 'later'), Markup.button.callback('Tunggu', 'wait')],
  ]);
}
