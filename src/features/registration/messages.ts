import type { InlineKeyboardButton } from 'telegraf/types';
import type { Message } from '../../bot/message.ts';
import { button, buttons, keys } from '../../bot/message.ts';
import { maskPhone, type Phone } from '../../platform/phone.ts';
import { type Html, lines } from '../../text/html.ts';
import * as text from '../../text/id/registration.ts';
import type { Area } from '../access/rules.ts';
import type { Kader } from '../kader/repository.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { Application, Wanted } from './rules.ts';

/** What the bot does and keeps, and whether they agree. */
export function consentQuestion(note?: Html): Message {
  return {
    text: noted(note, text.welcome),
    keyboard: buttons(
      [button(text.labels.agree, on.agreeButton.data())],
      [button(text.labels.decline, on.declineButton.data())],
    ),
  };
}

/** Said to somebody who does not agree. */
export function declined(): Message {
  return {
    text: text.declined,
    keyboard: buttons([button(text.labels.again, on.startButton.data())]),
  };
}

/** The big key that shares the own number. */
export function numberQuestion(note?: Html): Message {
  return {
    text: noted(note, text.askNumber),
    keyboard: keys(
      [[{ text: text.labels.shareNumber, request_contact: true }]],
      text.numberPlaceholder,
    ),
  };
}

/** The number came: the big key has done its work and goes. */
export function numberReceived(phone: Phone): Message {
  return { text: text.numberReceived(maskPhone(phone)), keyboard: { remove_keyboard: true } };
}

/** "Siti Aminah, PSM Kelurahan Karawaci?" */
export function matchQuestion(kader: Kader, phone: Phone, wilayah: Wilayah, note?: Html): Message {
  return {
    text: noted(note, text.askMatch(maskPhone(phone), shown(kader, wilayah))),
    keyboard: buttons(
      [button(text.labels.thatIsMe, on.thatIsMeButton.data(kader.id))],
      [button(text.labels.notMe, on.notMeButton.data())],
    ),
  };
}

/** The number is registered from another account: shall it move here? */
export function moveAccountQuestion(
  kader: Kader,
  phone: Phone,
  wilayah: Wilayah,
  note?: Html,
): Message {
  return {
    text: noted(note, text.askMoveAccount(maskPhone(phone), shown(kader, wilayah))),
    keyboard: buttons(
      [button(text.labels.moveAccount, on.moveAccountButton.data(kader.id))],
      [button(text.labels.notMe, on.notMeButton.data())],
    ),
  };
}

/** Who somebody is on the roster, in the words of the chat. */
export function shown(
  entry: Area & { name: string; jabatan: string },
  wilayah: Wilayah,
): text.Shown {
  return { name: entry.name, jabatan: entry.jabatan, area: wilayah.areaName(entry) };
}

/** What somebody waits for, with the ways out. */
export function waitingCard(application: Application, wilayah: Wilayah): Message {
  return {
    text: text.waiting(wish(application, wilayah), application.createdAt),
    keyboard: waitingButtons(application),
  };
}

/** The application has just been sent. */
export function submittedCard(application: Application, wilayah: Wilayah): Message {
  return {
    text: text.submitted(wish(application, wilayah)),
    keyboard: waitingButtons(application),
  };
}

function waitingButtons({ id, kind }: Application) {
  const change: InlineKeyboardButton[] =
    kind === 'MOVE' ? [] : [button(text.labels.changeData, on.changeDataButton.data(id))];
  return buttons([...change, button(text.labels.withdraw, on.withdrawButton.data(id))]);
}

/** What is asked for, in the words of the chat. */
export function wish(wanted: Wanted, wilayah: Wilayah): Html {
  const { name, jabatan, phone } = wanted;
  const masked = phone === null ? '' : maskPhone(phone);
  return text.wishes[wanted.kind]({ name, jabatan, area: wilayah.areaName(wanted), masked });
}

/** A question with a word before it. */
export function noted(note: Html | undefined, question: Html): Html {
  return note === undefined ? question : lines(note, '', question);
}
