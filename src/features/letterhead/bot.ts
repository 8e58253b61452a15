import { z } from 'zod';
import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, saidText, say, sayFile, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/letterhead.ts';
import type { Grants } from '../access/rules.ts';
import { isStillAsked } from '../attendance/rules.ts';
import { documentIn, receive, type SentDocument } from '../transfer/receiving.ts';
import * as on from './buttons.ts';
import { fieldQuestion, letterheadCard } from './messages.ts';
import { letterheadFields } from './schema.ts';
import type { LetterheadService } from './service.ts';

type Admin = Grants['admin'];

/** The field that is being asked for. */
const asking = defineDraft(
  'letterhead',
  z.object({ field: z.enum(letterheadFields), askedAt: z.iso.datetime() }),
);

export interface LetterheadDeps {
  ports: Ports;
  letterhead: LetterheadService;
  /** A page with the letterhead as it is now, as PDF. */
  samplePage(): Promise<Buffer>;
}

/** `/kop`: the head of the office's papers and who signs them, one field at a time. */
export function letterheadActions({ ports, letterhead, samplePage }: LetterheadDeps): Action[] {
  const { db, clock } = ports;
  return [
    command({
      name: 'kop',
      need: 'admin',
      description: text.menu,
      run: async (ctx, who) => {
        await stopAsking(who);
        await say(ctx, letterheadCard(await letterhead.current()));
      },
    }),
    onButton(on.letterheadButton, 'admin', async (ctx, who) => {
      await stopAsking(who);
      await show(ctx, letterheadCard(await letterhead.current()));
    }),
    onButton(on.letterheadFieldButton, 'admin', async (ctx, who, [field]) => {
      const now = clock.now();
      await writeDraft(db, asking, who.accountId, { field, askedAt: now.toISOString() }, now);
      await show(ctx, fieldQuestion(field, await letterhead.current()));
    }),
    onButton(on.clearFieldButton, 'admin', async (ctx, who, [field]) => {
      await stopAsking(who);
      await show(ctx, letterheadCard(await letterhead.clear(who.accountId, field), text.cleared));
    }),
    onButton(on.samplePageButton, 'admin', async (ctx) => {
      const bytes = await samplePage();
      await sayFile(ctx, { name: text.sampleFileName, bytes }, { text: text.sampleCaption });
    }),
    onStep(asking, 'admin', take),
  ];

  async function stopAsking({ accountId }: Admin): Promise<void> {
    if ((await readDraft(db, asking, accountId)) !== null) await clearDraft(db, accountId);
  }

  async function take(ctx: BotContext, who: Admin): Promise<void> {
    const asked = await readDraft(db, asking, who.accountId);
    if (asked === null || !isStillAsked(new Date(asked.askedAt), clock.now())) {
      await clearDraft(db, who.accountId);
      await say(ctx, letterheadCard(await letterhead.current(), text.askedLongAgo));
      return;
    }
    const { field } = asked;
    const outcome =
      field === 'logo'
        ? await takeLogo(ctx, who)
        : await letterhead.setField(who.accountId, field, saidText(ctx));
    if (!outcome.ok) {
      await say(ctx, fieldQuestion(field, await letterhead.current(), outcome.reason));
      return;
    }
    await clearDraft(db, who.accountId);
    await say(ctx, letterheadCard(outcome.letterhead, text.saved));
  }

  async function takeLogo(ctx: BotContext, who: Admin) {
    const picture = pictureIn(ctx);
    if (picture === null) return { ok: false, reason: 'not_a_picture' } as const;
    const received = await receive(ctx, picture);
    if (received.ok) return letterhead.setLogo(who.accountId, received.bytes);
    const reason = received.reason === 'too_large' ? 'too_heavy' : received.reason;
    return { ok: false, reason } as const;
  }
}

/** The photo or the file of a message; of a photo the largest of the sizes Telegram made. */
function pictureIn(ctx: BotContext): SentDocument | null {
  const { message } = ctx;
  if (message === undefined || !('photo' in message)) return documentIn(ctx);
  const largest = message.photo.at(-1);
  if (largest === undefined) return null;
  return { fileId: largest.file_id, name: 'logo.jpg', size: largest.file_size ?? null };
}
