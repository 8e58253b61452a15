import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/check-in-desk.ts';
import type { Area } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { RecordOutcome } from './desk.ts';
import type { RosterPerson } from './desk-finding.ts';
import type { Attendee, CheckIn } from './rules.ts';

/** How many who may be doubles are shown at once; the rest follow as these are mended. */
const mostDoubles = 8;

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
        button(personLabel(person, wilayah), on.recordButton.data(eventId, person.kaderId)),
      ]),
      guestRow(eventId),
    ),
  };
}

/** Somebody who is recorded now. */
function recordedCard(checkIn: CheckIn, wilayah: Wilayah): Message {
  return {
    text: text.recorded(recordedFacts(checkIn, wilayah)),
    keyboard: recordButtons(checkIn),
  };
}

/** Somebody who was recorded before. */
function alreadyCard(checkIn: CheckIn, wilayah: Wilayah): Message {
  return {
    text: text.alreadyThere(recordedFacts(checkIn, wilayah), checkIn.via === 'SCAN'),
    keyboard: recordButtons(checkIn),
  };
}

/** Somebody on the roster, as they stand on a button. */
export function personLabel(person: RosterPerson, wilayah: Wilayah): string {
  return text.personLabel(person.name, shortArea(person, wilayah), person.came, person.invited);
}

/** What came of recording somebody; the uninvited are asked about instead. */
export function recordOutcome(
  outcome: Exclude<RecordOutcome, { reason: 'not_invited' }>,
  wilayah: Wilayah,
): Message {
  if (outcome.ok) {
    const card = recordedCard(outcome.checkIn, wilayah);
    const { double } = outcome;
    return double === null
      ? card
      : { ...card, text: text.withDouble(card.text, namesakeFacts(double)) };
  }
  switch (outcome.reason) {
    case 'already':
      return alreadyCard(outcome.checkIn, wilayah);
    case 'undone':
      return recordCard(outcome.checkIn, wilayah);
    default:
      return { text: text.recordRefusals[outcome.reason] };
  }
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

/**
 * Those who seem to have been written down more than once, and a button to take each guest among them back.
 *
 * @param doubles their records, as `likelyDoubles` gives them
 */
export function doublesCard(event: Event, doubles: CheckIn[][], wilayah: Wilayah): Message {
  const shown = doubles.slice(0, mostDoubles);
  return {
    text: text.doubles(
      event.title,
      shown.map((records) => records.map((record) => recordedFacts(record, wilayah))),
      doubles.length - shown.length,
    ),
    keyboard: buttons(
      ...inRows(
        shown
          .flat()
          .filter(({ kaderId }) => kaderId === null)
          .map(({ id, number }) =>
            button(text.labels.undoDouble(number), on.undoDoubleButton.data(event.id, id)),
          ),
        2,
      ),
      [button(text.labels.back, on.openButton.data(event.id))],
    ),
  };
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

function namesakeFacts({ attendee, number, at }: CheckIn) {
  return { name: attendee.name, number, at };
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

function leaveRow(): InlineKeyboardButton[] {
  return [button(text.labels.leaveDesk, on.leaveDeskButton.data())];
}
