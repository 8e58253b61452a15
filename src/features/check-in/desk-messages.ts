import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/check-in-desk.ts';
import type { Area } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import { unclearArea } from '../wilayah/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { RosterPerson } from './desk-finding.ts';
import type { Attendee, CheckIn } from './rules.ts';

/** The desk in chat, before anybody is typed. */
export function deskHome(event: Event): Message {
  return { text: text.desk(event), keyboard: buttons(guestRow(event.id), leaveRow()) };
}

/** Help for whatever cannot be part of a name. */
export function deskHelp(eventId: number): Message {
  return { text: text.deskHelp, keyboard: buttons(guestRow(eventId), leaveRow()) };
}

/** The people whom some letters may mean. */
export function foundPeople(
  eventId: number,
  query: string,
  { people, more }: { people: RosterPerson[]; more: boolean },
  wilayah: Wilayah,
): Message {
  const someUninvited = people.some(({ invited, came }) => !invited && came === null);
  return {
    text: people.length === 0 ? text.foundNobody(query) : text.found(query, more, someUninvited),
    keyboard: buttons(
      ...people.map((person) => [
        button(
          text.personLabel(person.name, shortArea(person, wilayah), person.came, person.invited),
          on.recordButton.data(eventId, person.kaderId),
        ),
      ]),
      guestRow(eventId),
    ),
  };
}

/** Somebody who is recorded now. */
export function recordedCard(checkIn: CheckIn, wilayah: Wilayah): Message {
  return {
    text: text.recorded(recordedFacts(checkIn, wilayah)),
    keyboard: recordButtons(checkIn),
  };
}

/** Somebody who was recorded before. */
export function alreadyCard(checkIn: CheckIn, wilayah: Wilayah): Message {
  return {
    text: text.alreadyThere(recordedFacts(checkIn, wilayah), checkIn.via === 'SCAN'),
    keyboard: recordButtons(checkIn),
  };
}

/** A record as it stands now, with what can be done to it. */
export function recordCard(checkIn: CheckIn, wilayah: Wilayah): Message {
  if (checkIn.undoneAt === null) return recordedCard(checkIn, wilayah);
  const { eventId, kaderId } = checkIn;
  return {
    text: text.undone(recordedFacts(checkIn, wilayah)),
    keyboard: buttons(
      kaderId === null
        ? guestRow(eventId)
        : [button(text.labels.recordAgain, on.recordButton.data(eventId, kaderId))],
    ),
  };
}

/** Why somebody uninvited came. @param nonce of the recording that waits for the answer */
export function reasonQuestion(name: string, nonce: string): Message {
  return {
    text: text.askReason(name),
    keyboard: buttons(
      [button(text.reasons.substitute, on.reasonButton.data(nonce, 'substitute'))],
      [button(text.reasons.uninvited, on.reasonButton.data(nonce, 'uninvited'))],
      [button(text.reasons.asked, on.reasonButton.data(nonce, 'asked'))],
      [button(text.labels.ownReason, on.reasonButton.data(nonce, 'own'))],
    ),
  };
}

/** Whether a guest is another one than who was recorded before. @param nonce of the recording that waits */
export function namesakeQuestion({ attendee, number, at }: CheckIn, nonce: string): Message {
  return {
    text: text.askNamesake({ name: attendee.name, number, at }),
    keyboard: buttons(
      [button(text.labels.another, on.namesakeButton.data(nonce, 'another'))],
      [button(text.labels.same, on.namesakeButton.data(nonce, 'same'))],
    ),
  };
}

/** Where a guest comes from. */
export function areaQuestion(name: string): Message {
  return { text: text.askGuestArea(name), keyboard: buttons(elsewhereRow()) };
}

/** The areas that what was typed may mean. */
export function areaChoice(said: string, mayBe: Area[], wilayah: Wilayah): Message {
  const pick = (code: string) => on.areaButton.data(code);
  return unclearArea(said, mayBe, wilayah, { kecamatan: pick, kelurahan: pick }, elsewhereRow());
}

/** Whose card was scanned outside a desk, and at which events they can be recorded. */
export function staffCard(
  person: Attendee & { kaderId: number },
  events: Event[],
  wilayah: Wilayah,
): Message {
  if (events.length === 0) return { text: text.noOpenGate };
  return {
    text: text.staffCard(person.name, fullArea(person, wilayah) ?? ''),
    keyboard: buttons(
      ...events.map(({ id, title }) => [
        button(text.labels.keepDesk(title), on.recordButton.data(id, person.kaderId)),
      ]),
    ),
  };
}

/** `PSM Kelurahan Cimone`; null for a guest from elsewhere. */
export function fullArea(attendee: Attendee, wilayah: Wilayah): string | null {
  const { jabatan, kecamatanCode, kelurahanCode } = attendee;
  if (kecamatanCode === null) return jabatan;
  const area = wilayah.areaName({ kecamatanCode, kelurahanCode });
  return jabatan === null ? area : `${jabatan} ${area}`;
}

function recordedFacts(checkIn: CheckIn, wilayah: Wilayah): text.Recorded {
  const { number, at, attendee, walkInReason, leftAt } = checkIn;
  return {
    number,
    at,
    leftAt,
    name: attendee.name,
    from: fullArea(attendee, wilayah),
    reason: walkInReason,
  };
}

function recordButtons({ eventId, id, leftAt }: CheckIn) {
  return buttons([
    button(text.labels.undo, on.undoButton.data(eventId, id)),
    leftAt === null
      ? button(text.labels.left, on.leftButton.data(eventId, id))
      : button(text.labels.stayed, on.stayedButton.data(eventId, id)),
  ]);
}

function shortArea({ kecamatanCode, kelurahanCode }: Area, wilayah: Wilayah): string {
  const kelurahan = wilayah.findKelurahan(kelurahanCode ?? '')?.name;
  return kelurahan ?? wilayah.areaName({ kecamatanCode, kelurahanCode });
}

function guestRow(eventId: number): InlineKeyboardButton[] {
  return [button(text.labels.guest, on.guestButton.data(eventId))];
}

function elsewhereRow(): InlineKeyboardButton[] {
  return [button(text.labels.elsewhere, on.elsewhereButton.data())];
}

function leaveRow(): InlineKeyboardButton[] {
  return [button(text.labels.leaveDesk, on.leaveDeskButton.data())];
}
