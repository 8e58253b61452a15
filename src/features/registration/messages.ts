import type { Message } from '../../bot/message.ts';
import { button, buttons, keys } from '../../bot/message.ts';
import { maskPhone, type Phone } from '../../platform/phone.ts';
import { type Html, lines } from '../../text/html.ts';
import * as text from '../../text/id/registration.ts';
import { shown } from '../application/messages.ts';
import type { Kader } from '../kader/repository.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';

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

/** A question with a word before it. */
export function noted(note: Html | undefined, question: Html): Html {
  return note === undefined ? question : lines(note, '', question);
}
