import { TelegramError } from 'telegraf';
import type { BotContext } from '../../bot/context.ts';
import * as text from '../../text/id/broadcast.ts';
import type { Actor } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { announcementFor } from './outgoing.ts';
import type { PlaceholderValues } from './placeholders.ts';
import { valuesFor } from './recipient.ts';
import type { Content } from './schema.ts';

/**
 * Sends the composer what everybody will get.
 *
 * @returns whether Telegram takes it: what it refuses once it refuses for everybody
 */
export function sendSample(ctx: BotContext, content: Content, wilayah: Wilayah): Promise<boolean> {
  return sendOne(ctx, content, sampleValues(ctx.actor, wilayah));
}

/** The same with its placeholders unfilled, for whoever wants to copy and change it. */
export function sendAsWritten(ctx: BotContext, content: Content): Promise<boolean> {
  return sendOne(ctx, content, unfilled);
}

const unfilled: PlaceholderValues = {
  nama: '{nama}',
  jabatan: '{jabatan}',
  kelurahan: '{kelurahan}',
  kecamatan: '{kecamatan}',
};

function sendOne(
  { actor, telegram }: BotContext,
  content: Content,
  values: PlaceholderValues,
): Promise<boolean> {
  const { method, payload } = announcementFor(content, values);
  const parameters = { chat_id: actor.telegramId, ...payload };
  return telegram.callApi(method as 'sendMessage', parameters as never).then(
    () => true,
    (error: unknown) => {
      if (error instanceof TelegramError && error.code === 400) return false;
      throw error;
    },
  );
}

/** The composer's own values; those of a made-up kader where the composer is none. */
function sampleValues(actor: Actor, wilayah: Wilayah): PlaceholderValues {
  const somewhere = wilayah.kelurahan[0];
  return valuesFor(
    actor.kader ?? {
      name: text.sampleName,
      jabatan: 'PSM',
      kecamatanCode: somewhere?.kecamatanCode ?? '',
      kelurahanCode: somewhere?.code ?? null,
    },
    wilayah,
  );
}
