import type { Message } from '../../bot/message.ts';
import { button, buttons, keys } from '../../bot/message.ts';
import { displayPhone, maskPhone } from '../../platform/phone.ts';
import { type Html, lines } from '../../text/html.ts';
import * as text from '../../text/id/profile.ts';
import { fullPlace } from '../../text/id/wilayah.ts';
import type { Area } from '../access/rules.ts';
import { withdrawButton } from '../application/buttons.ts';
import { wish } from '../application/messages.ts';
import type { Application } from '../application/rules.ts';
import type { Kader } from '../kader/repository.ts';
import * as areas from '../wilayah/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { KeptFacts } from './repository.ts';

function figures(kader: Kader, facts: KeptFacts, wilayah: Wilayah): text.ProfileFigures {
  return {
    name: kader.name,
    jabatan: kader.jabatan,
    area: placeName(kader, wilayah),
    masked: kader.phone === null ? null : maskPhone(kader.phone),
    since: facts.linkedAt,
  };
}

/** The own profile, with what waits for a decision. */
export function profileCard(
  kader: Kader,
  facts: KeptFacts,
  waiting: Application | null,
  wilayah: Wilayah,
): Message {
  const move = kader.jabatan === 'PSM' ? text.labels.moveKelurahan : text.labels.moveKecamatan;
  return {
    text: text.profile(
      figures(kader, facts, wilayah),
      waiting === null ? null : wish(waiting, wilayah),
    ),
    keyboard: buttons(
      [button(text.labels.name, on.nameButton.data()), button(move, on.moveButton.data())],
      [
        button(text.labels.number, on.numberButton.data()),
        button(text.labels.data, on.dataButton.data()),
      ],
      waiting === null ? [] : [button(text.labels.withdraw, withdrawButton.data(waiting.id))],
    ),
  };
}

/** Everything that is kept about the person, shown to that person. */
export function dataCard(kader: Kader, facts: KeptFacts, wilayah: Wilayah): Message {
  return {
    text: text.data({
      ...facts,
      ...figures(kader, facts, wilayah),
      number: kader.phone === null ? null : displayPhone(kader.phone),
    }),
    keyboard: buttons([button(text.labels.back, on.profileButton.data())]),
  };
}

const cancelRow = [button(text.labels.cancel, on.cancelButton.data())];

/** A question with a word before it and the way out below. */
function question(
  words: Html,
  note: Html | undefined,
  ...rows: Parameters<typeof buttons>
): Message {
  return {
    text: note === undefined ? words : lines(note, '', words),
    keyboard: buttons(...rows, cancelRow),
  };
}

/** What the right name is. */
export function nameQuestion(name: string, note?: Html): Message {
  return question(text.askName(name), note);
}

/** Another name goes to those who decide: shall it? */
export function otherNameQuestion(before: string, after: string, note?: Html): Message {
  return question(text.otherName(before, after), note, sendRow);
}

const sendRow = [button(text.labels.send, on.sendButton.data())];

/** @param isTksk a TKSK serves a kecamatan, so nothing smaller is asked afterwards */
export function kecamatanQuestion(
  isTksk: boolean,
  wilayah: Wilayah,
  { page = 0, note }: { page?: number; note?: Html } = {},
): Message {
  const to = { pick: on.kecamatanButton.data, turn: on.kecamatanPageButton.data };
  const words = isTksk ? text.askKecamatan : text.askKecamatanFirst;
  return question(words, note, ...areas.areaButtons(wilayah.kecamatan, page, to));
}

/** Which kelurahan of that kecamatan; `page` counts from 0. */
export function kelurahanQuestion(
  kecamatanCode: string,
  wilayah: Wilayah,
  { page = 0, note }: { page?: number; note?: Html } = {},
): Message {
  const to = { pick: on.kelurahanButton.data, turn: on.kelurahanPageButton.data };
  const name = wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode;
  const rows = areas.areaButtons(wilayah.kelurahanOf(kecamatanCode), page, to);
  return question(text.askKelurahan(name), note, ...rows);
}

/** Areas that a typed answer may mean, to choose from. */
export function unclearArea(said: string, mayBe: Area[], wilayah: Wilayah): Message {
  const pick = { kecamatan: on.kecamatanButton.data, kelurahan: on.kelurahanButton.data };
  return areas.unclearArea(said, mayBe, wilayah, pick, cancelRow);
}

/** From where to where: shall it go to those who decide? */
export function moveQuestion(from: Area, to: Area, wilayah: Wilayah, note?: Html): Message {
  const words = text.askMove(placeName(from, wilayah), placeName(to, wilayah));
  return question(words, note, sendRow);
}

/** The big key that shares the own number, and the one that leaves everything as it is. */
export function numberQuestion(note?: Html): Message {
  return {
    text: note === undefined ? text.askNumber : lines(note, '', text.askNumber),
    keyboard: keys([
      [{ text: text.labels.shareNumber, request_contact: true }],
      [text.labels.keepNumber],
    ]),
  };
}

function placeName({ kecamatanCode, kelurahanCode }: Area, wilayah: Wilayah): string {
  return fullPlace(
    wilayah.findKelurahan(kelurahanCode ?? '')?.name ?? null,
    wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode,
  );
}
