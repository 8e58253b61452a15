import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import * as text from '../../text/id/attendance.ts';
import type { AnswerWindow, Event } from '../event/rules.ts';
import * as on from './buttons.ts';
import type { Answer, AnswerChoice, Invitation, StandingAnswer } from './rules.ts';
import type { AgendaEntry, Coordinator, InvitationView } from './service.ts';

const choices: readonly AnswerChoice[] = ['HADIR', 'TIDAK_HADIR', 'IZIN'];
const agendaPage = 5;

/** The invitation as it is queued: nobody has answered yet, and perhaps it is too late to. */
export function invitationLetter(
  event: Event,
  window: 'open' | 'closed' = 'open',
): OutgoingMessage {
  if (window === 'closed')
    return toSend({ text: text.invitation(event, null, { window, contact: null }) });
  return toSend({
    text: text.invitation(event, null, { window }),
    keyboard: buttons(...answerRows(event.id, null)),
  });
}

/** The invitation that has arrived, with other facts; the answer given to it stays on it. */
export function invitationEdit(
  event: Event,
  answer: StandingAnswer | null,
  window: AnswerWindow,
): OutgoingMessage {
  const { text: said, keyboard } = invitationCard({
    invitation: { event, answer },
    window,
    came: null,
    contact: null,
  });
  const { payload } = toSend({ text: said, ...(keyboard === undefined ? {} : { keyboard }) });
  return { method: 'editMessageText', payload };
}

/** Told to the invited when time or place is another one now. */
export function changedLetter(
  event: Event,
  answer: StandingAnswer | null,
  window: AnswerWindow,
): OutgoingMessage {
  return toSend({
    text: text.changed(event, answer, window === 'open'),
    keyboard: buttons(...(window === 'open' ? answerRows(event.id, answer) : [])),
  });
}

/** Told to the invited when the event is cancelled. */
export function cancelledLetter(event: Event): OutgoingMessage {
  return toSend({ text: text.cancelled(event) });
}

/** The buttons *Hadir*, *Tidak hadir*, *Izin*; the answer that counts is ticked. */
export function answerRows(eventId: number, answer: Answer | null): InlineKeyboardButton[][] {
  return answerChoices(answer, (choice) => on.answerButton.data(eventId, choice));
}

/** The same, each doing what `data` says. */
export function answerChoices(
  answer: Answer | null,
  data: (choice: AnswerChoice) => string,
): InlineKeyboardButton[][] {
  const [coming, ...others] = choices.map((choice) =>
    button(
      choice === answer?.choice ? text.labels.chosen(text.choices[choice]) : text.choices[choice],
      data(choice),
    ),
  );
  return coming === undefined ? [] : [[coming], others];
}

/** One's invitation as it stands now: the answer, the buttons while it can be changed, or that one came. */
export function invitationCard(
  view: Omit<InvitationView, 'invitation'> & { invitation: Pick<Invitation, 'event' | 'answer'> },
  way?: InlineKeyboardButton,
): Message {
  const { invitation, came } = view;
  return {
    text: text.invitation(invitation.event, invitation.answer, answeringOf(view)),
    keyboard: buttons(
      ...(view.window === 'open' && came === null
        ? answerRows(invitation.event.id, invitation.answer)
        : []),
      way === undefined ? [] : [way],
    ),
  };
}

function answeringOf({
  window,
  came,
  contact,
}: Omit<InvitationView, 'invitation'>): text.Answering {
  if (came !== null && window !== 'cancelled') return { window: 'came', came };
  return window === 'closed' ? { window, contact: spoken(contact) } : { window };
}

/** The same, out of the agenda. */
export function agendaEntryCard(view: InvitationView): Message {
  return invitationCard(view, button(text.labels.backToAgenda, on.agendaButton.data(0)));
}

export function notInvited(contact: Coordinator | null): Message {
  return { text: text.notInvited(spoken(contact)) };
}

/** The question for the reason of an *izin*. */
export function askReason(event: Event): Message {
  return { text: text.askReason(event.title), keyboard: reasonKeys(event.id) };
}

/** Help for something that cannot be a reason. */
export function reasonHelp(event: Event, why: keyof typeof text.reasonHelp): Message {
  return { text: text.reasonHelp[why], keyboard: reasonKeys(event.id) };
}

/** Said to somebody who writes long after having been asked for a reason. */
export function reasonTooLate(event: Event): Message {
  return { text: text.reasonTooLate(event.title), keyboard: reasonKeys(event.id) };
}

/** The receipt for a reason that was typed, below what was typed. */
export function reasonNoted(event: Event, answer: Answer): Message {
  return { text: text.reasonNoted(event.title, answer) };
}

/** The receipt for an answer in somebody's own words; a wrong reading costs one tap. */
export function replyNoted(event: Event, answer: Answer): Message {
  return {
    text: text.replyNoted(event.title, answer),
    keyboard: buttons(...answerRows(event.id, answer)),
  };
}

/** For words that are no answer: what they may have been about, and the buttons. Nothing is recorded. */
export function replyAsked(
  view: InvitationView,
  why: keyof typeof text.replyAsked,
  way: InlineKeyboardButton | null = null,
): Message {
  const { event, answer } = view.invitation;
  return {
    text: text.replyAsked[why](event, answer, spoken(view.contact)),
    keyboard: buttons(...answerRows(event.id, answer), way === null ? [] : [way]),
  };
}

/** For an answer that may belong to any of several invitations. */
export function whichEvent(
  invitations: Invitation[],
  way: InlineKeyboardButton | null = null,
): Message {
  return {
    text: text.whichEvent,
    keyboard: buttons(
      ...invitations
        .slice(0, agendaPage)
        .map(({ event }) => [
          button(
            text.labels.openInvitation(event.startsAt, event.title),
            on.agendaEntryButton.data(event.id),
          ),
        ]),
      way === null ? [] : [way],
    ),
  };
}

/** What is coming, with one's own answers; a single event is shown whole by the caller. */
export function agendaCard(invitations: AgendaEntry[], page: number): Message {
  if (invitations.length === 0) return { text: text.agendaEmpty };
  const { items, ...at } = pageOf(invitations, page, agendaPage);
  return {
    text: text.agenda(
      items.map(({ event, answer, came }) => ({ ...event, answer, came })),
      invitations.length,
    ),
    keyboard: buttons(
      ...items.map(({ event }) => [
        button(
          text.labels.openInvitation(event.startsAt, event.title),
          on.agendaEntryButton.data(event.id),
        ),
      ]),
      pageButtons(at, (to) => on.agendaButton.data(to)),
    ),
  };
}

function reasonKeys(eventId: number) {
  const reason = (name: keyof typeof text.reasons) =>
    button(text.reasons[name], on.reasonButton.data(eventId, name));
  return buttons(
    [reason('sick'), reason('work')],
    [reason('family'), reason('other')],
    [button(text.labels.withoutReason, on.answerButton.data(eventId, 'TIDAK_HADIR'))],
    [button(text.labels.back, on.invitationButton.data(eventId))],
  );
}

function spoken(contact: Coordinator | null): text.Contact | null {
  return contact === null ? null : { name: contact.name, phone: contact.phone?.e164 ?? null };
}
