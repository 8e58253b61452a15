import { z } from 'zod';
import { type Action, command, onButton, onFile, onStep } from '../../bot/actions.ts';
import { type BotContext, saidText, say, sayFile, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Message } from '../../bot/message.ts';
import type { Ports } from '../../platform/ports.ts';
import { menu as bankMenu } from '../../text/id/reconciliation.ts';
import * as text from '../../text/id/transfer.ts';
import * as on from './buttons.ts';
import { sayDetails } from './details.ts';
import type { GoOn } from './long-work.ts';
import * as card from './messages.ts';
import { documentIn, receive, type SentDocument } from './receiving.ts';
import type { ImportService } from './service.ts';
import { askToStop } from './stopping.ts';

/** Waiting for a file, or for what the file that came holds. */
const importing = defineDraft(
  'import',
  z.discriminatedUnion('step', [
    z.object({ step: z.literal('file'), word: z.enum(['kader', 'insentif', 'bank']) }),
    z.object({
      step: z.literal('what'),
      document: z.object({ fileId: z.string(), name: z.string(), size: z.number().nullable() }),
    }),
  ]),
);

/** Files that may hold a table, by their names; a PDF or a photo sent as a file is no business of ours. */
const isTable = /\.(csv|tsv|txt|xlsx?|xlsm|ods)$/i;

/** One thing that can be imported. */
export interface ImportInChat {
  /** The titles of an empty table. */
  columns: readonly string[];
  service: ImportService<card.ImportShown>;
  /** What there is to do once an import was applied; null: nothing. */
  afterwards?(importId: number): Promise<Message | null>;
}

export interface TransferDeps {
  ports: Ports;
  imports: Record<text.ImportWord, ImportInChat>;
  goOn: GoOn;
}

/** `/impor kader` and `/impor insentif`: from a file in the chat to its rows in the database. */
export function transferActions({ ports, imports, goOn }: TransferDeps): Action[] {
  const { db, clock } = ports;

  return [
    command({
      name: 'impor',
      need: 'staff',
      description: text.menu,
      key: text.key,
      run: async (ctx, who, rest) => {
        const word = wordIn(rest);
        const document = documentIn(ctx);
        if (document !== null) return take(ctx, who.accountId, document, word);
        if (!isText(ctx)) return void (await say(ctx, { text: text.notADocument }));
        if (word === null) return void (await say(ctx, card.whatCard(text.askWhat)));
        await explain(ctx, who.accountId, word);
      },
    }),
    command({
      name: 'rekonsiliasi',
      need: 'staff',
      description: bankMenu,
      run: async (ctx, who) => {
        const document = documentIn(ctx);
        if (document !== null) return take(ctx, who.accountId, document, 'bank');
        await explain(ctx, who.accountId, 'bank');
      },
    }),
    onFile('staff', async (ctx, who) => {
      const document = documentIn(ctx);
      if (document === null) return false;
      if (isTable.test(document.name)) await take(ctx, who.accountId, document, null);
      // With words under it, it may be meant for somebody else.
      else if (saidText(ctx) === '') await say(ctx, { text: text.whatFor(document.name) });
      else return false;
      return true;
    }),
    onStep(importing, 'staff', async (ctx, who) => {
      const draft = await readDraft(db, importing, who.accountId);
      const document = documentIn(ctx);
      const said = isText(ctx) ? wordIn(ctx.message.text) : null;
      if (document !== null)
        return take(ctx, who.accountId, document, draft?.step === 'file' ? draft.word : null);
      if (draft?.step === 'what' && said !== null)
        return take(ctx, who.accountId, draft.document, said);
      await say(
        ctx,
        draft?.step === 'what'
          ? card.whatCard(text.askWhatIn(draft.document.name))
          : { text: text.notADocument },
      );
    }),
    onButton(on.wordButton, 'staff', async (ctx, who, [word]) => {
      const draft = await readDraft(db, importing, who.accountId);
      if (draft?.step === 'what') return take(ctx, who.accountId, draft.document, word);
      await explain(ctx, who.accountId, word);
    }),
    onButton(on.applyButton, 'staff', async (ctx, who, [word, importId, digest]) => {
      goOn(ctx, 'applying', async () => {
        const outcome = await imports[word].service.apply(importId, digest, who.accountId);
        if (!outcome.ok && outcome.reason === 'plan_changed') await sayDetails(ctx, outcome.dryRun);
        const next = outcome.ok ? await imports[word].afterwards?.(importId) : null;
        return async () => {
          await show(ctx, card.resultCard(word, outcome));
          if (next) await say(ctx, next);
        };
      });
    }),
    onButton(on.stopButton, 'staff', async (ctx, _who, [run]) => {
      await askToStop(db, run);
      await show(ctx, { text: text.stopping });
    }),
    onButton(on.cancelButton, 'staff', async (ctx, _who, [word, importId]) => {
      const outcome = await imports[word].service.cancel(importId);
      await show(ctx, outcome.ok ? { text: text.cancelled } : card.notWaiting(outcome));
    }),
  ];

  /** Says how it is done, hands out an empty table, and from now on waits for a file. */
  async function explain(ctx: BotContext, accountId: number, word: text.ImportWord): Promise<void> {
    await writeDraft(db, importing, accountId, { step: 'file', word }, clock.now());
    await say(ctx, { text: text.howTo(word) });
    await sayFile(ctx, await card.templateFile(word, imports[word].columns), {
      text: text.templateCaption(word),
    });
  }

  /** Checks a file, once it is known what it holds. */
  async function take(
    ctx: BotContext,
    accountId: number,
    document: SentDocument,
    word: text.ImportWord | null,
  ): Promise<void> {
    if (word === null) {
      await writeDraft(db, importing, accountId, { step: 'what', document }, clock.now());
      await say(ctx, card.whatCard(text.askWhatIn(document.name)));
      return;
    }
    // Another conversation that is open goes on as if no file had come.
    if ((await readDraft(db, importing, accountId)) !== null) await clearDraft(db, accountId);
    goOn(ctx, 'checking', async (signal) => {
      const message = await checked(ctx, accountId, document, word, signal);
      return () => say(ctx, message);
    });
  }

  /** The card about a file; its rows are sent before it, so that the buttons come last. */
  async function checked(
    ctx: BotContext,
    accountId: number,
    document: SentDocument,
    word: text.ImportWord,
    signal: AbortSignal,
  ): Promise<Message> {
    const received = await receive(ctx, document, signal);
    if (!received.ok)
      return {
        text: received.reason === 'too_large' ? text.unreadable.too_large : text.noDownload,
      };
    const outcome = await imports[word].service.check(
      { name: document.name, bytes: received.bytes },
      accountId,
      signal,
    );
    if (!outcome.ok) return card.unreadableFile(outcome);
    await sayDetails(ctx, outcome.dryRun);
    return card.dryRunCard(word, outcome.dryRun, outcome.before);
  }
}

/** What "kader" or "daftar insentif" names; null for anything else. */
function wordIn(said: string): text.ImportWord | null {
  if (/\b(bank|retur|rekonsiliasi)/i.test(said)) return 'bank';
  if (/\b(insentif|honor|incentive)/i.test(said)) return 'insentif';
  return /\b(kader|roster|psm|tksk|anggota)\b/i.test(said) ? 'kader' : null;
}

function isText(ctx: BotContext): ctx is BotContext & { message: { text: string } } {
  return ctx.message !== undefined && 'text' in ctx.message;
}
