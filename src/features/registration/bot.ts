import type { Action } from '../../bot/actions.ts';
import { command, onButton, onContact, onStep } from '../../bot/actions.ts';
import type { BotContext } from '../../bot/context.ts';
import { say, show } from '../../bot/context.ts';
import { mainKeys } from '../../bot/menus.ts';
import { button, buttons } from '../../bot/message.ts';
import { phoneFromE164 } from '../../platform/phone.ts';
import * as applicationText from '../../text/id/application.ts';
import * as text from '../../text/id/registration.ts';
import type { Actor } from '../access/rules.ts';
import { changeDataButton, withdrawButton } from '../application/buttons.ts';
import { shown, submittedCard } from '../application/messages.ts';
import { type Wanted, wantedFor } from '../application/rules.ts';
import * as on from './buttons.ts';
import type { Conversation, RegistrationChat } from './conversation.ts';
import { createConversation, registrationDraft, sharedContact } from './conversation.ts';
import { formButtons } from './form-bot.ts';
import { changeMenu } from './form-messages.ts';
import { declined } from './messages.ts';
import { isComplete, nextQuestion, noAnswers, wantedNew } from './rules.ts';
import { createListener } from './typed-answers.ts';

/** Everything about registering: /start, its questions, and what waits for a decision. */
export function registrationActions(chat: RegistrationChat): Action[] {
  const conversation = createConversation(chat);
  return [
    command({
      name: 'start',
      need: 'anyone',
      description: text.startMenu,
      run: (ctx, who) => conversation.begin(ctx, who),
    }),
    onStep(registrationDraft, 'anyone', createListener(chat, conversation)),
    onContact('anyone', async (ctx, who) => {
      const contact = sharedContact(ctx);
      if (who.kader !== null) {
        await say(ctx, { text: text.alreadyShared, keyboard: mainKeys(chat.registry(), who) });
      } else if (
        contact === null ||
        !who.consented ||
        (await chat.applications.waiting(who.accountId))
      )
        await conversation.begin(ctx, who);
      else await conversation.takeContact(ctx, who, contact);
    }),
    onButton(on.startButton, 'anyone', (ctx, who) => conversation.begin(ctx, who)),
    onButton(on.registerButton, 'anyone', (ctx, who) =>
      who.kader === null ? conversation.open(ctx, who) : conversation.begin(ctx, who),
    ),
    ...consentButtons(chat, conversation),
    ...matchButtons(chat, conversation),
    ...formButtons(chat, conversation),
    ...applicationButtons(chat, conversation),
  ];
}

function consentButtons({ service }: RegistrationChat, conversation: Conversation): Action[] {
  return [
    onButton(on.agreeButton, 'anyone', async (ctx, who) => {
      await service.consent(who);
      const consenting = { ...who, consented: true };
      const at = await conversation.current(who);
      if (who.kader === null && at?.step === 'consent') await conversation.open(ctx, consenting);
      else await conversation.begin(ctx, consenting);
    }),
    onButton(on.declineButton, 'anyone', async (ctx, who) => {
      if (who.consented) return conversation.begin(ctx, who);
      await conversation.close(who);
      await show(ctx, declined());
    }),
  ];
}

function matchButtons(chat: RegistrationChat, conversation: Conversation): Action[] {
  const { service, applications, wilayah, registry } = chat;

  /** Runs `work` with the shared number, or shows where the person really is. */
  const withNumber = async (ctx: BotContext, who: Actor, work: (e164: string) => Promise<void>) => {
    const at = await conversation.current(who);
    if (who.kader !== null || at?.step !== 'match') return conversation.begin(ctx, who);
    return work(at.phone);
  };

  return [
    onButton(on.thatIsMeButton, 'anyone', (ctx, who, [kaderId]) =>
      withNumber(ctx, who, (e164) => confirm(ctx, who, kaderId, e164)),
    ),
    onButton(on.notMeButton, 'anyone', (ctx, who) =>
      withNumber(ctx, who, (e164) =>
        conversation.goTo(
          ctx,
          who,
          { step: 'questions', answers: noAnswers(e164) },
          { note: text.notes.notMe },
        ),
      ),
    ),
    onButton(on.moveAccountButton, 'anyone', (ctx, who, [kaderId]) =>
      withNumber(ctx, who, async (e164) => {
        const phone = phoneFromE164(e164);
        const match = await service.matchNumber(phone);
        if (match.is === 'taken' && match.kader.id === kaderId)
          return submit(ctx, who, wantedFor(match.kader, 'NEW_ACCOUNT', { phone }));
        return conversation.ask(ctx, who, { step: 'match', phone: e164 }, changed);
      }),
    ),
    onButton(on.itIsMeButton, 'anyone', async (ctx, who, [kaderId]) => {
      const at = await conversation.current(who);
      const entry = await service.entry(kaderId);
      if (who.kader !== null || at?.step !== 'questions' || entry?.status !== 'ACTIVE')
        return conversation.begin(ctx, who);
      if (!at.answers.namesakes.includes(kaderId)) return conversation.ask(ctx, who, at);
      const phone = phoneFromE164(at.answers.phone);
      if (entry.phone?.e164 === phone.e164 && entry.account === null)
        return confirm(ctx, who, kaderId, phone.e164);
      return submit(ctx, who, wantedFor(entry, 'NEW_NUMBER', { phone }));
    }),
    onButton(on.sendButton, 'anyone', async (ctx, who) => {
      const at = await conversation.current(who);
      if (who.kader !== null || at?.step !== 'questions') return conversation.begin(ctx, who);
      const { answers } = at;
      if (nextQuestion(answers) !== 'summary' || !isComplete(answers))
        return conversation.ask(ctx, who, at);
      return submit(ctx, who, wantedNew(answers, phoneFromE164(answers.phone)));
    }),
  ];

  async function confirm(
    ctx: BotContext,
    who: Actor,
    kaderId: number,
    e164: string,
  ): Promise<void> {
    const outcome = await service.confirm(who, kaderId, phoneFromE164(e164));
    if (outcome.ok) {
      await conversation.close(who);
      await show(ctx, { text: text.confirmed(shown(outcome.kader, wilayah)) });
      const keyboard = mainKeys(registry(), outcome.actor);
      await say(ctx, { text: text.done(outcome.kader.name), keyboard });
    } else if (outcome.reason === 'roster_changed')
      await conversation.goTo(ctx, who, { step: 'match', phone: e164 }, changed);
    else await conversation.begin(ctx, who);
  }

  async function submit(ctx: BotContext, who: Actor, wanted: Wanted): Promise<void> {
    const outcome = await applications.submit(who, wanted);
    await conversation.close(who);
    if (outcome.ok) await show(ctx, submittedCard(outcome.application, wilayah));
    else await conversation.begin(ctx, who);
  }
}

const changed = { note: text.notes.rosterChanged };

function applicationButtons(chat: RegistrationChat, conversation: Conversation): Action[] {
  const { applications } = chat;
  return [
    onButton(withdrawButton, 'anyone', async (ctx, who, [id]) => {
      const outcome = await applications.withdraw(who, id);
      await show(ctx, {
        text: outcome.ok ? applicationText.withdrawn : applicationText.nothingWaiting,
        keyboard: buttons(
          who.kader === null ? [button(text.labels.startAgain, on.startButton.data())] : [],
        ),
      });
    }),
    onButton(changeDataButton, 'anyone', async (ctx, who, [id]) => {
      const waiting = await applications.waiting(who.accountId);
      if (who.kader !== null || waiting?.id !== id || waiting.phone === null)
        return conversation.begin(ctx, who);
      const { phone, name, jabatan, kecamatanCode, kelurahanCode } = waiting;
      if (waiting.kind !== 'NEW')
        return conversation.goTo(ctx, who, { step: 'match', phone: phone.e164 });
      const given = { name, jabatan, kecamatanCode, kelurahanCode };
      const answers = { ...noAnswers(phone.e164), ...given };
      await conversation.remember(who, { step: 'questions', answers });
      await show(ctx, changeMenu());
    }),
  ];
}
