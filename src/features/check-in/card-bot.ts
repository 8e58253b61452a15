import { type Action, command, onLink } from '../../bot/actions.ts';
import { type BotContext, say, sayPhoto } from '../../bot/context.ts';
import * as text from '../../text/id/check-in.ts';
import { type Grants, grantFor } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { fullArea, staffCard } from './desk-messages.ts';
import type { CheckInService } from './service.ts';

export interface CardDeps {
  checkIn: CheckInService;
  wilayah: Wilayah;
  /** Records the holder of a card at the desk that is open; false when none is. */
  recordAtDesk(ctx: BotContext, who: Grants['coordinator'], code: string): Promise<boolean>;
}

/** The kader's own card, and what becomes of it when it is scanned. */
export function cardActions({ checkIn, wilayah, recordAtDesk }: CardDeps): Action[] {
  return [
    command({
      name: 'kartu',
      need: 'kader',
      description: text.cardMenu,
      key: text.cardKey,
      run: async (ctx, { kader }) => {
        const link = `https://t.me/${ctx.me}?start=${await checkIn.card(kader.id)}`;
        const { name } = kader;
        const area = fullArea(kader, wilayah) ?? '';
        const picture = { name: text.cardFileName, bytes: await qrPicture(link) };
        await sayPhoto(ctx, picture, { text: text.card(name, area) });
      },
    }),
    onLink('kartu', 'anyone', async (ctx, who, code) => {
      const keeper = grantFor('coordinator', who);
      if (keeper !== null && (await recordAtDesk(ctx, keeper, code))) return;
      const holder = await checkIn.cardHolder(code);
      if (holder === null) await say(ctx, { text: text.unknownCard });
      else if (who.kader?.id === holder.kaderId) await say(ctx, { text: text.ownCard });
      else if (keeper === null) await say(ctx, { text: text.someonesCard });
      else await say(ctx, staffCard(holder, await checkIn.openEvents(), wilayah));
    }),
  ];
}

/** A QR code that a camera reads off a cheap screen: large squares, and the quiet zone around them. */
async function qrPicture(link: string): Promise<Buffer> {
  const { toBuffer } = await import('qrcode');
  return toBuffer(link, { errorCorrectionLevel: 'M', margin: 4, width: 800 });
}
