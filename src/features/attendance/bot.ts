import { z } from 'zod';
import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, saidText, say, show, showOn } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Message } from '../../bot/message.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/attendance.ts';
import type { Grants } from '../access/rules.ts';
import * as on from './buttons.ts';
import * as messages from './messages.ts';
import { type Answer, isStillAsked, readReason } from './rules.ts';
import type { AnswerOutcome, AttendanceService, InvitationView, ViewOutcome } from './service.ts';

type Kader = Grants['kader'];

/** The question for the reason of an *izin*, and the message on which it stands. */
const reasonDraft = defineDraft(
  'izin',
  z.object({ eventId: z.number().int(), messageId: z.number().int(), askedAt: z.iso.datetime() }),
);

/** Invitations and the agenda, as a kader uses them. */
export function attendanceActions({
  ports,
  attendance,
}: {
  ports: Ports;
  attendance: AttendanceService;
}): Action[] {
  return [
    command({
      name: 'agenda',
      need: 'kader',
      description: text.menu,
      key: text.key,
      run: async (ctx, who) => {
        await say(ctx, await agenda(who, 0));
      },
    }),
    onButton(on.agendaButton, 'kader', async (ctx, who, [page]) =>
      show(ctx, await agenda(who, page)),
    ),
    onButton(on.agendaEntryButton, 'kader', async (ctx, who, [eventId]) =>
      show(ctx, cardOf(await attendance.view(who.kader, eventId), messages.agendaEntryCard)),
    ),
    onButton(on.invitationButton, 'kader', async (ctx, who, [eventId]) => {
      await endReasonDraft(who, eventId);
      await show(ctx, cardOf(await attendance.view(who.kader, eventId)));
    }),
    onButton(on.answerButton, 'kader', async (ctx, who, [eventId, choice]) => {
      if (choice === 'IZIN') return askReason(ctx, who, eventId);
      await endReasonDraft(who, eventId);
      await show(ctx, cardOf(await answer(who, eventId, { choice, reason: null })));
    }),
    onButton(on.reasonButton, 'kader', async (ctx, who, [eventId, name]) => {
      await endReasonDraft(who, eventId);
      const reason = text.reasons[name].toLowerCase();
      await show(ctx, cardOf(await answer(who, eventId, { choice: 'IZIN', reason })));
    }),
    onStep(reasonDraft, 'kader', takeReason),
  ];

  async function agenda(who: Kader, page: number): Promise<Message> {
    const invitations = await attendance.agenda(who.kader.id);
    const [only] = invitations;
    if (only === undefined || invitations.length > 1) return messages.agendaCard(invitations, page);
    return cardOf(await attendance.view(who.kader, only.event.id));
  }

  function answer(who: Kader, eventId: number, given: Answer): Promise<AnswerOutcome> {
    const { kader, accountId } = who;
    return attendance.answer({ kader, accountId, via: 'BUTTON' }, eventId, given);
  }

  /** Nothing is recorded until a reason is given. */
  async function askReason(ctx: BotContext, who: Kader, eventId: number): Promise<void> {
    const outcome = await attendance.view(who.kader, eventId);
    if (!outcome.ok || outcome.view.window !== 'open') return show(ctx, cardOf(outcome));
    const messageId = ctx.callbackQuery?.message?.message_id;
    if (messageId !== undefined) {
      const now = ports.clock.now();
      await writeDraft(
        ports.db,
        reasonDraft,
        who.accountId,
        { eventId, messageId, askedAt: now.toISOString() },
        now,
      );
    }
    await show(ctx, messages.askReason(outcome.view.invitation.event));
  }

  async function takeReason(ctx: BotContext, who: Kader): Promise<void> {
    const asked = await readDraft(ports.db, reasonDraft, who.accountId);
    if (asked === null) {
      await clearDraft(ports.db, who.accountId);
      await say(ctx, await agenda(who, 0));
      return;
    }
    const outcome = await attendance.view(who.kader, asked.eventId);
    if (!outcome.ok || outcome.view.window !== 'open') {
      await clearDraft(ports.db, who.accountId);
      await say(ctx, cardOf(outcome));
      return;
    }
    const { event } = outcome.view.invitation;
    if (!isStillAsked(new Date(asked.askedAt), ports.clock.now())) {
      await clearDraft(ports.db, who.accountId);
      await say(ctx, messages.reasonTooLate(event));
      return;
    }
    const read = readReason(saidText(ctx));
    if (!read.ok) {
      await say(ctx, messages.reasonHelp(event, read.reason));
      return;
    }
    await clearDraft(ports.db, who.accountId);
    const given: Answer = { choice: 'IZIN', reason: read.reason };
    const answered = await answer(who, asked.eventId, given);
    await showOn(ctx, asked.messageId, cardOf(answered));
    if (answered.ok) await say(ctx, messages.reasonNoted(event, given));
  }

  /** Ends the question for a reason, but no other conversation the person may be in. */
  async function endReasonDraft(who: Kader, eventId: number): Promise<void> {
    const asked = await readDraft(ports.db, reasonDraft, who.accountId);
    if (asked?.eventId === eventId) await clearDraft(ports.db, who.accountId);
  }
}

function cardOf(
  outcome: ViewOutcome | AnswerOutcome,
  card: (view: InvitationView) => Message = messages.invitationCard,
): Message {
  return 'view' in outcome ? card(outcome.view) : messages.notInvited(outcome.contact);
}
