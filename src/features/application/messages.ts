import type { InlineKeyboardButton } from 'telegraf/types';
import type { Message } from '../../bot/message.ts';
import { button, buttons } from '../../bot/message.ts';
import { maskPhone } from '../../platform/phone.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/application.ts';
import type { Area } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { Application, Wanted } from './rules.ts';

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

function waitingButtons({ id, kader, applicant }: Application) {
  // Whoever is registered changes their data on their profile.
  const isRegistered = kader?.account?.id === applicant.accountId;
  const change: InlineKeyboardButton[] = isRegistered
    ? []
    : [button(text.labels.changeData, on.changeDataButton.data(id))];
  return buttons([...change, button(text.labels.withdraw, on.withdrawButton.data(id))]);
}

/** What is asked for, in the words of the chat. */
export function wish(wanted: Wanted, wilayah: Wilayah): Html {
  const { name, jabatan, phone } = wanted;
  const masked = phone === null ? '' : maskPhone(phone);
  return text.wishes[wanted.kind]({ name, jabatan, area: wilayah.areaName(wanted), masked });
}
