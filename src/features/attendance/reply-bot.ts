import { type Action, onText } from '../../bot/actions.ts';
import { type BotContext, say } from '../../bot/context.ts';
import type { Message } from '../../bot/message.ts';
import { greetingIn } from '../../language/greetings.ts';
import { understandReply } from '../../language/replies/understand-reply.ts';
import type { Grants } from '../access/rules.ts';
import type { OfficeOffer } from '../helpdesk/bot.ts';
import { isThanks } from '../helpdesk/thanks.ts';
import * as messages from './messages.ts';
import { meaningOf, type ReplyMeaning } from './reply-rules.ts';
import type { Invitation } from './rules.ts';
import type { AttendanceService } from './service.ts';

type Kader = Grants['kader'];

export interface ReplyDeps {
  attendance: AttendanceService;
  /** Answers a question about money in somebody's own words. */
  incentiveAnswer(kaderId: number, sentence: string): Promise<Message>;
  /** A way to the office for a question that the facts of the event may not answer. */
  officeOffer: OfficeOffer;
}

/** Answers to invitations in people's own words: sent as a reply to one, or while one is coming. */
export function replyActions({ attendance, incentiveAnswer, officeOffer }: ReplyDeps): Action[] {
  return [
    onText('kader', async (ctx, who, said) => {
      const meaning = meaningOf(understandReply(said, { ownName: who.kader.name }));
      if (meaning.kind === 'incentive') {
        await say(ctx, await incentiveAnswer(who.kader.id, said));
        return true;
      }
      const coming = await attendance.agenda(who.kader.id);
      const [meant, ...others] = repliedTo(ctx, coming) ?? coming;
      if (meant === undefined) return false;
      if (others.length > 0) {
        if (meaning.kind === 'other') return false;
        const way = meaning.kind === 'question' ? await officeOffer(ctx, who) : null;
        await say(ctx, messages.whichEvent([meant, ...others], way));
        return true;
      }
      const isCourtesy = greetingIn(said) !== null || isThanks(said);
      if (meaning.kind === 'other' && meant.answer !== null && isCourtesy) return false;
      await say(ctx, await react(ctx, who, meant, meaning));
      if (meaning.kind === 'answer' && meaning.alsoIncentive)
        await say(ctx, await incentiveAnswer(who.kader.id, said));
      return true;
    }),
  ];

  async function react(
    ctx: BotContext,
    who: Kader,
    { event }: Invitation,
    meaning: Exclude<ReplyMeaning, { kind: 'incentive' }>,
  ): Promise<Message> {
    const { kader, accountId } = who;
    if (meaning.kind === 'answer') {
      const outcome = await attendance.answer(
        { kader, accountId, via: 'TEXT' },
        event.id,
        meaning.answer,
      );
      if (outcome.ok) return messages.replyNoted(event, meaning.answer);
      return 'view' in outcome
        ? messages.invitationCard(outcome.view)
        : messages.notInvited(outcome.contact);
    }
    const outcome = await attendance.view(kader, event.id);
    if (!outcome.ok) return messages.notInvited(outcome.contact);
    return outcome.view.window === 'open'
      ? messages.replyAsked(
          outcome.view,
          meaning.kind,
          meaning.kind === 'question' ? await officeOffer(ctx, who) : null,
        )
      : messages.invitationCard(outcome.view);
  }
}

/** The invitation whose message was replied to; null when none was. */
function repliedTo(ctx: BotContext, coming: readonly Invitation[]): Invitation[] | null {
  const message = ctx.message;
  const replied =
    message !== undefined && 'reply_to_message' in message ? message.reply_to_message : undefined;
  if (replied === undefined || !('text' in replied)) return null;
  const found = coming.filter(({ event }) => replied.text.includes(event.title));
  return found.length === 0 ? null : found;
}
