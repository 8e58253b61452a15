import { DateTime } from 'luxon';
import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import { dateAndTime, listed, longDate, timeOfDay } from '../../text/format.ts';
import { type Html, lines } from '../../text/html.ts';
import { labels } from '../../text/id/event.ts';
import * as text from '../../text/id/event-questions.ts';
import { audienceNames } from '../broadcast-audience/messages.ts';
import type { Group } from '../kader/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { Refusal } from './reading.ts';
import { deadlineChoices, deadlineOf } from './rules.ts';
import { type EventDraft, type EventField, type EventOutline, eventFields } from './schema.ts';

/** The question for one field, below `before` if something has to be said first. */
export function question(draft: EventDraft, now: Date, wilayah: Wilayah, before?: Html): Message {
  const { asking, outline } = draft;
  const hint = asking === 'title' && draft.eventId === null ? text.firstHint : null;
  return {
    text: lines(
      ...(before === undefined ? [] : [before, '']),
      text.question(asking, examples(now, wilayah)),
      hint,
    ),
    keyboard: buttons(...choices(asking, outline, now), stopRow(draft)),
  };
}

/** What is known so far, and the question for the next thing. */
export function nextQuestion(draft: EventDraft, now: Date, wilayah: Wilayah): Message {
  return question(draft, now, wilayah, knownSoFar(draft, wilayah) ?? undefined);
}

/** Why what was written cannot be, and the question again; `before` is said first. */
export function askAgain(
  draft: EventDraft,
  refusal: Refusal,
  now: Date,
  wilayah: Wilayah,
  before: Html | null = null,
): Message {
  const { text: words, keyboard } =
    refusal.kind === 'unclear_area'
      ? unclearArea(draft, refusal, wilayah)
      : {
          text: refusalText(refusal, examples(now, wilayah)),
          keyboard: buttons(...choices(draft.asking, draft.outline, now), stopRow(draft)),
        };
  return { text: before === null ? words : lines(before, '', words), keyboard };
}

/** What was understood of many lines, and what is asked next. */
export function recount(
  draft: EventDraft,
  refusal: Refusal | null,
  now: Date,
  wilayah: Wilayah,
): Message {
  if (refusal === null) return nextQuestion(draft, now, wilayah);
  return askAgain(draft, refusal, now, wilayah, knownSoFar(draft, wilayah));
}

function knownSoFar({ outline }: EventDraft, wilayah: Wilayah): Html | null {
  const known = eventFields.flatMap((field) => {
    const value = spokenValue(field, outline, wilayah);
    return value === null ? [] : [{ field, value }];
  });
  return known.length === 0 ? null : text.understoodSoFar(known);
}

/** The kecamatan to tick for the audience. */
export function kecamatanList(draft: EventDraft, wilayah: Wilayah): Message {
  const ticked = (code: string) =>
    draft.ticked.some((group) => group.by === 'kecamatan' && group.code === code);
  return {
    text: text.pickKecamatan,
    keyboard: buttons(
      ...inRows(
        wilayah.kecamatan.map(({ code, name }) =>
          button(ticked(code) ? labels.ticked(name) : name, on.kecamatanButton.data(code)),
        ),
        2,
      ),
      draft.ticked.length > 0
        ? [button(labels.done(draft.ticked.length), on.kecamatanDoneButton.data())]
        : [],
      stopRow(draft),
    ),
  };
}

/** A change of an event whose invitations went out, before it is told to everybody. */
export function confirmChange(
  eventId: number,
  field: EventField,
  before: EventOutline,
  after: EventOutline,
  told: number,
  wilayah: Wilayah,
): Message {
  // A day can bring its time along, so both are shown.
  const fields = field === 'day' || field === 'time' ? (['day', 'time'] as const) : [field];
  const spoken = (outline: EventOutline) =>
    fields.flatMap((each) => spokenValue(each, outline, wilayah) ?? []).join(', ');
  const moved = instantOf(before)?.getTime() !== instantOf(after)?.getTime();
  const deadline = field === 'deadline' || !moved ? null : instantOf(after);
  return {
    text: lines(
      text.confirmChange(field, spoken(before), spoken(after), told),
      deadline !== null && text.deadlineMoved(deadline),
    ),
    keyboard: buttons(
      [button(labels.applyAndTell, on.applyButton.data(eventId))],
      [button(labels.keep, on.openButton.data(eventId))],
    ),
  };
}

/** A field as people read it; null while it is unknown. */
function spokenValue(field: EventField, outline: EventOutline, wilayah: Wilayah): string | null {
  const { day, time, audience } = outline;
  switch (field) {
    case 'title':
    case 'place':
      return outline[field];
    case 'day':
      return day === null ? null : longDate(DateTime.fromISO(day).toJSDate());
    case 'time':
      return time === null ? null : spokenTime(time);
    case 'audience':
      return audience === null ? null : listed(audienceNames(audience, wilayah));
    case 'deadline':
      return spokenDeadline(outline);
  }
}

function spokenTime({ start, end }: { start: string; end: string | null }): string {
  const at = (time: string) => timeOfDay(DateTime.fromISO(`2000-01-01T${time}`).toJSDate());
  return end === null ? text.untilDone(at(start)) : text.fromTo(start.replace(':', '.'), at(end));
}

function spokenDeadline(outline: EventOutline): string | null {
  const { deadline } = outline;
  if (deadline === null) return null;
  const at = instantOf(outline);
  if (at !== null) return dateAndTime(at);
  return 'daysBefore' in deadline
    ? text.deadlineLabel(deadline.daysBefore)
    : longDate(DateTime.fromISO(deadline.day).toJSDate());
}

/** The instant of the deadline, once the event's own is known. */
function instantOf({ day, time, deadline }: EventOutline): Date | null {
  if (day === null || time === null || deadline === null) return null;
  return deadlineOf(deadline, DateTime.fromISO(`${day}T${time.start}`).toJSDate());
}

/** A day still to come and places of this city, to show how such things are written. */
function examples(now: Date, { kecamatan, kelurahan }: Wilayah): text.Examples {
  return {
    day: DateTime.fromJSDate(now).plus({ weeks: 2 }).toJSDate(),
    kecamatan: kecamatan.at(-1)?.name ?? '',
    kelurahan: kelurahan[0]?.name ?? '',
  };
}

function choices(field: EventField, outline: EventOutline, now: Date): InlineKeyboardButton[][] {
  switch (field) {
    case 'audience':
      return [
        [button(labels.everyone, on.everyoneButton.data())],
        [
          button(labels.psm, on.jabatanButton.data('PSM')),
          button(labels.tksk, on.jabatanButton.data('TKSK')),
        ],
        [button(labels.pickKecamatan, on.kecamatanListButton.data())],
      ];
    case 'deadline':
      return deadlineChoices(outline, now).map((days) => [
        button(text.deadlineLabel(days), on.deadlineButton.data(days)),
      ]);
    default:
      return [];
  }
}

function stopRow({ eventId }: EventDraft): InlineKeyboardButton[] {
  return eventId === null
    ? [button(labels.stop, on.stopButton.data())]
    : [button(labels.back, on.openButton.data(eventId))];
}

function unclearArea(
  draft: EventDraft,
  { said, suggestions }: Extract<Refusal, { kind: 'unclear_area' }>,
  wilayah: Wilayah,
): Required<Message> {
  return {
    text: suggestions.length > 0 ? text.unclearPlace(said) : text.unknownPlace(said),
    keyboard: buttons(
      ...suggestions.map((group) => [
        button(groupLabel(group, wilayah), on.placeButton.data(...placeArguments(group))),
      ]),
      ...(suggestions.length > 0
        ? []
        : [[button(labels.pickKecamatan, on.kecamatanListButton.data())]]),
      stopRow(draft),
    ),
  };
}

function placeArguments(group: Group): Parameters<typeof on.placeButton.data> {
  switch (group.by) {
    case 'all':
      return ['all', ''];
    case 'jabatan':
      return [group.jabatan, ''];
    case 'kecamatan':
    case 'kelurahan':
      return [group.by, group.code];
  }
}

/** A kelurahan is offered with its kecamatan, since its name may be that of a kecamatan too. */
function groupLabel(group: Group, wilayah: Wilayah): string {
  const [name = ''] = audienceNames({ include: [group] }, wilayah);
  if (group.by !== 'kelurahan') return name;
  const kecamatan = wilayah.findKecamatan(wilayah.findKelurahan(group.code)?.kecamatanCode ?? '');
  return kecamatan === null ? name : text.within(name, kecamatan.name);
}

function refusalText(
  refusal: Exclude<Refusal, { kind: 'unclear_area' }>,
  example: text.Examples,
): Html {
  switch (refusal.kind) {
    case 'not_understood':
      return text.notUnderstood(refusal.field, example);
    case 'wrong_weekday':
      return text.wrongWeekday(refusal.written, DateTime.fromISO(refusal.day).toJSDate());
    case 'no_such_day':
      return text.noSuchDay;
    case 'which_day':
      return text.whichDay(refusal.days.map((day) => DateTime.fromISO(day).toJSDate()));
    case 'problem':
      return text.problemText(refusal.problem);
  }
}
