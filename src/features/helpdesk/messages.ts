import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import { displayPhone, maskPhone } from '../../platform/phone.ts';
import { choices } from '../../text/id/attendance.ts';
import * as askerText from '../../text/id/helpdesk.ts';
import * as text from '../../text/id/helpdesk-desk.ts';
import * as disputeText from '../../text/id/helpdesk-dispute.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { answerRows } from './asker-messages.ts';
import * as on from './buttons.ts';
import type { DeskOutcome, DeskRefusal } from './desk.ts';
import type { HelpdeskLetters, News, TicketView } from './letters.ts';
import type { Asker, Ticket } from './repository.ts';
import type { TicketFilter } from './schema.ts';
import type { TicketWords } from './thread-repository.ts';

const ticketsPerPage = 8;
/** A card is one message, so of a long conversation it shows the end. */
const longestThread = 2_200;
const longestLine = 1_500;

/** `Siti Aminah, PSM Kelurahan Cimone`; whoever is not on the roster by their Telegram name. */
function personName({ name, kader }: Asker, wilayah: Wilayah): string {
  return kader === null
    ? `${name} (belum terdaftar)`
    : `${name}, ${kader.jabatan} ${wilayah.areaName(kader)}`;
}

/** The card of a question: who, what, how it stands, and what can be done. */
export function ticketCard(view: TicketView, wilayah: Wilayah, news: News | null = null): Message {
  const { ticket, context, now } = view;
  const { id, status, waitingSince } = ticket;
  const { shown, omitted } = lastWords(view.thread);
  return {
    text: text.card(
      {
        ...ticket,
        person: personName(ticket.asker, wilayah),
        phone: ticket.asker.phone === null ? null : maskPhone(ticket.asker.phone),
        reachable: ticket.asker.reachable,
        event:
          context.event === null
            ? null
            : {
                ...context.event,
                answer: context.event.answer === null ? null : choices[context.event.answer],
              },
        month: context.month,
        thread: shown,
        omitted,
        waiting: waitingSince === null ? null : text.age(waitingSince, now),
        closedBy: closedBy(ticket),
      },
      news,
    ),
    keyboard:
      status === 'CLOSED'
        ? buttons([button(text.labels.reopen, on.reopenButton.data(id))])
        : buttons(
            [
              ticket.takenById === null
                ? button(text.labels.take, on.takeButton.data(id))
                : button(text.labels.takeOver, on.takeOverButton.data(id)),
              button(text.labels.answer, on.answerButton.data(id)),
            ],
            [
              button(text.labels.canned, on.pickCannedButton.data(id, 0)),
              button(text.labels.close, on.closeButton.data(id)),
            ],
            omitted > 0 || shown.some(({ text: words }) => words.endsWith('…'))
              ? [button(text.labels.whole, on.wholeThreadButton.data(id))]
              : [],
          ),
  };
}

/** Everything said about a question. */
export function wholeThread({ ticket, thread }: TicketView, wilayah: Wilayah): Message {
  const said = thread.map(toLine);
  return { text: text.wholeThread(ticket.id, personName(ticket.asker, wilayah), said) };
}

/** The questions that are not closed, each with its age. */
export function ticketList(
  tickets: readonly Ticket[],
  filter: TicketFilter,
  page: number,
  now: Date,
): Message {
  const { items, ...at } = pageOf(tickets, page, ticketsPerPage);
  const filters = (['all', 'free', 'mine'] as const).map((name) => {
    const label = text.labels.filters[name];
    return button(name === filter ? text.labels.chosen(label) : label, on.listButton.data(name, 0));
  });
  return {
    text: text.listHead(text.labels.filters[filter].toLowerCase(), tickets.length),
    keyboard: buttons(
      ...items.map(({ id, asker, waitingSince }) => [
        button(
          text.labels.entry(
            id,
            asker.name,
            waitingSince === null ? text.answered : text.age(waitingSince, now),
          ),
          on.openTicketButton.data(id),
        ),
      ]),
      pageButtons(at, (to) => on.listButton.data(filter, to)),
      filters,
    ),
  };
}

/** Says whose a question is now. */
export function taken({ id, asker, takenBy }: Ticket): Message {
  return { text: text.taken(id, asker.name, takenBy ?? '') };
}

/** Asks a staff member for the answer, which is the reply to this very message. */
export function answerPrompt(
  { id, asker }: Ticket,
  staff: { firstName: string; telegramId: number },
  wilayah: Wilayah,
): Message {
  const { firstName: name, telegramId } = staff;
  return {
    text: text.prompt(id, personName(asker, wilayah), { name, telegramId }),
    keyboard: {
      force_reply: true,
      selective: true,
      input_field_placeholder: text.promptPlaceholder,
    },
  };
}

/** What became of an answer. */
export function answered(outcome: DeskOutcome, hidden: boolean): Message {
  if (!outcome.ok) return refused(outcome);
  const { id, asker } = outcome.ticket;
  return {
    text: asker.reachable
      ? text.sent(id, asker.name, hidden)
      : text.sentUnreachable(id, asker.name, phoneOf(asker)),
  };
}

/** Why something was not done, with the way on. */
export function refused(outcome: DeskRefusal): Message {
  if (outcome.reason === 'unknown') return { text: text.refusals.unknown() };
  const { id, takenBy } = outcome.ticket;
  return outcome.reason === 'closed'
    ? {
        text: text.refusals.closed(id),
        keyboard: buttons([button(text.labels.reopen, on.reopenButton.data(id))]),
      }
    : {
        text: text.refusals.taken(id, takenBy),
        keyboard: buttons([button(text.labels.takeOver, on.takeOverButton.data(id))]),
      };
}

/** What the services queue, in words. */
export function helpdeskLetters(wilayah: Wilayah): HelpdeskLetters {
  return {
    card: (view, news) => toSend(ticketCard(view, wilayah, news)),
    answer: ({ id }, answer) =>
      toSend({ text: askerText.answer(id, answer), keyboard: buttons(...answerRows(id)) }),
    closed: ({ id }) => toSend({ text: askerText.closedByOffice(id) }),
    corrected: ({ id, period }, { before, after }) =>
      toSend({
        text: disputeText.corrected(id, period ?? '', {
          before: before?.record ?? null,
          after: after.record,
        }),
        keyboard: buttons(...answerRows(id)),
      }),
    undelivered: ({ id, asker }) =>
      toSend({
        text: text.undelivered(id, asker.name, {
          phone: phoneOf(asker),
          reachable: asker.reachable,
        }),
      }),
    groupLost: () => toSend({ text: text.groupLost }),
    waiting: (oldest, total, now) =>
      toSend({
        text: text.waitingReminder(
          oldest.map(({ id, asker, waitingSince, takenBy }) => ({
            id,
            person: asker.name,
            age: text.age(waitingSince ?? now, now),
            takenBy,
          })),
          total,
        ),
      }),
  };
}

function closedBy({ closedById, asker, takenById, takenBy }: Ticket): text.CardWords['closedBy'] {
  if (closedById === null) return { who: 'silence', name: null };
  if (closedById === asker.accountId) return { who: 'asker', name: null };
  return { who: 'office', name: closedById === takenById ? takenBy : null };
}

function phoneOf({ phone }: Asker): string | null {
  return phone === null ? null : displayPhone(phone);
}

/** The end of a conversation, as much as a card has room for. */
function lastWords(thread: readonly TicketWords[]): { shown: text.WordsLine[]; omitted: number } {
  const shown: text.WordsLine[] = [];
  let length = 0;
  for (const words of [...thread].reverse()) {
    const line = toLine(words);
    const short = { ...line, text: cut(line.text) };
    length += short.text.length + 60;
    if (shown.length > 0 && length > longestThread) break;
    shown.unshift(short);
  }
  return { shown, omitted: thread.length - shown.length };
}

function cut(words: string): string {
  return words.length <= longestLine ? words : `${words.slice(0, longestLine)}…`;
}

function toLine({ media, ...words }: TicketWords): text.WordsLine {
  return { ...words, media: media?.kind ?? null };
}
