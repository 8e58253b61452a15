import type { Contact } from 'telegraf/types';
import type { BotContext } from '../../bot/context.ts';
import { say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, openDraftKind, readDraft, writeDraft } from '../../bot/drafts.ts';
import { mainKeys } from '../../bot/menus.ts';
import { button, buttons } from '../../bot/message.ts';
import type { Registry } from '../../bot/registry.ts';
import { parseInternationalPhone, phoneFromE164 } from '../../platform/phone.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/registration.ts';
import type { Actor } from '../access/rules.ts';
import { waitingCard } from '../application/messages.ts';
import type { Application } from '../application/rules.ts';
import type { ApplicationService } from '../application/service.ts';
import type { Kader } from '../kader/repository.ts';
import type { AreaReader } from '../wilayah/area-reading.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { registerButton } from './buttons.ts';
import { formQuestion } from './form-messages.ts';
import * as messages from './messages.ts';
import { noAnswers } from './rules.ts';
import type { Registration } from './schema.ts';
import { registrationSchema } from './schema.ts';
import type { RegistrationService } from './service.ts';

/** The conversation that begins with /start. */
export const registrationDraft = defineDraft('registration', registrationSchema);

/** What the conversation stands on. */
export interface RegistrationChat {
  ports: Ports;
  service: RegistrationService;
  applications: ApplicationService;
  wilayah: Wilayah;
  areas: AreaReader;
  registry: () => Registry;
}

/** A word before the question, and which page of its buttons. */
interface Asking {
  note?: Html | undefined;
  page?: number;
}

/** The thread of the conversation: where somebody is, and what they are asked there. */
export interface Conversation {
  /** Leads to wherever the person is: the menu, the open question, a waiting application, the beginning. */
  begin(ctx: BotContext, who: Actor): Promise<void>;
  /** Starts over, at the consent or, when that was given, at the number. */
  open(ctx: BotContext, who: Actor): Promise<void>;
  /** Where the person is; null when the conversation is not open. */
  current(who: Actor): Promise<Registration | null>;
  /** Remembers where the person is now. */
  remember(who: Actor, at: Registration): Promise<void>;
  /** Remembers where the person is now, and asks what is asked there. */
  goTo(ctx: BotContext, who: Actor, at: Registration, asking?: Asking): Promise<void>;
  /** Asks again what is asked there. */
  ask(ctx: BotContext, who: Actor, at: Registration, asking?: Asking): Promise<void>;
  /** A contact was shared: only the sender's own counts. */
  takeContact(ctx: BotContext, who: Actor, contact: Contact): Promise<void>;
  /** The conversation is over; another one that is open stays. */
  close(who: Actor): Promise<void>;
}

/** The conversation of one bot; nothing of it lives in memory. */
export function createConversation(chat: RegistrationChat): Conversation {
  const { ports, service, applications, wilayah, registry } = chat;
  const conversation: Conversation = {
    async begin(ctx, who) {
      const open = await conversation.current(who);
      // Whoever was given a role after a first look at the consent is not held up there.
      const isJustLooking =
        who.roles.length > 0 && (open?.step === 'consent' || open?.step === 'phone');
      const at = isJustLooking ? null : open;
      if (who.kader !== null) {
        await conversation.close(who);
        await service.renewMenu(who);
        await say(ctx, { text: text.home(who.kader.name), keyboard: mainKeys(registry(), who) });
        return;
      }
      if (at !== null) {
        const isReturning = ctx.callbackQuery === undefined && at.step !== 'consent';
        return conversation.ask(ctx, who, at, isReturning ? { note: text.notes.continued } : {});
      }
      const application = await applications.waiting(who.accountId);
      if (application !== null) return showWaiting(ctx, who, application);
      if (who.roles.length === 0) return conversation.open(ctx, who);
      await conversation.close(who);
      await service.renewMenu(who);
      await say(ctx, { text: text.staffHome(who.firstName), keyboard: mainKeys(registry(), who) });
      await say(ctx, {
        text: text.alsoKader,
        keyboard: buttons([button(text.labels.register, registerButton.data())]),
      });
    },

    open: (ctx, who) => conversation.goTo(ctx, who, { step: who.consented ? 'phone' : 'consent' }),

    current: (who) => readDraft(ports.db, registrationDraft, who.accountId),

    remember: (who, at) =>
      writeDraft(ports.db, registrationDraft, who.accountId, at, ports.clock.now()),

    async goTo(ctx, who, at, asking) {
      await conversation.remember(who, at);
      await conversation.ask(ctx, who, at, asking);
    },

    async ask(ctx, who, at, { note, page = 0 } = {}) {
      switch (at.step) {
        case 'consent':
          return show(ctx, messages.consentQuestion(note));
        case 'phone':
          return show(ctx, messages.numberQuestion(note));
        case 'match':
          return askMatch(ctx, who, at.phone, note);
        case 'questions': {
          const found = await Promise.all(at.answers.namesakes.map(service.entry));
          const namesakes = found.filter((kader): kader is Kader => kader !== null);
          return show(ctx, formQuestion(at.answers, wilayah, { namesakes, page, note }));
        }
      }
    },

    async takeContact(ctx, who, contact) {
      if (contact.user_id !== ctx.from?.id)
        return show(ctx, messages.numberQuestion(text.someoneElsesContact));
      const phone = parseInternationalPhone(contact.phone_number);
      if (phone === null) return show(ctx, messages.numberQuestion(text.unusableNumber));
      await say(ctx, messages.numberReceived(phone));
      await conversation.goTo(ctx, who, { step: 'match', phone: phone.e164 });
    },

    async close(who) {
      const kind = await openDraftKind(ports.db, who.accountId);
      if (kind === registrationDraft.kind) await clearDraft(ports.db, who.accountId);
    },
  };
  return conversation;

  async function showWaiting(ctx: BotContext, who: Actor, application: Application): Promise<void> {
    const { phone } = application;
    if (phone !== null && (await service.isListedMeanwhile(application)))
      return conversation.goTo(ctx, who, { step: 'match', phone: phone.e164 });
    await show(ctx, waitingCard(application, wilayah));
  }

  async function askMatch(ctx: BotContext, who: Actor, e164: string, note?: Html): Promise<void> {
    const phone = phoneFromE164(e164);
    const match = await service.matchNumber(phone);
    switch (match.is) {
      case 'free':
        return show(ctx, messages.matchQuestion(match.kader, phone, wilayah, note));
      case 'taken':
        return show(ctx, messages.moveAccountQuestion(match.kader, phone, wilayah, note));
      case 'unknown':
        return conversation.goTo(
          ctx,
          who,
          { step: 'questions', answers: noAnswers(e164) },
          { note: text.notes.notOnRoster },
        );
    }
  }
}

/** The contact in a message, or null. */
export function sharedContact(ctx: BotContext): Contact | null {
  return ctx.message !== undefined && 'contact' in ctx.message ? ctx.message.contact : null;
}
