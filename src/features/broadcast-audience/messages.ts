import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/broadcast-audience.ts';
import { cancelButton, confirmButton } from '../broadcast/buttons.ts';
import type { Audience, Criterion } from '../kader/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { criteriaOf, type Side, sameCriterion } from './rules.ts';
import type { AnsweredEvent, InvitedEvent } from './service.ts';

const noTitles: ReadonlyMap<number, string> = new Map();

/**
 * Whom an audience includes by name, e.g. `PSM`, `Kecamatan Karawaci`.
 *
 * @param eventTitles the titles of the events whose answers or arrivals it names
 */
export function audienceNames(
  audience: Audience,
  wilayah: Wilayah,
  eventTitles = noTitles,
): string[] {
  return audience.include.map((criterion) => criterionName(criterion, wilayah, eventTitles));
}

/** Whom it leaves out, by name. */
export function excludedNames(
  audience: Audience,
  wilayah: Wilayah,
  eventTitles = noTitles,
): string[] {
  return criteriaOf(audience, 'exclude').map((criterion) =>
    criterionName(criterion, wilayah, eventTitles),
  );
}

function criterionName(
  criterion: Criterion,
  wilayah: Wilayah,
  eventTitles: ReadonlyMap<number, string>,
): string {
  switch (criterion.by) {
    case 'all':
      return text.labels.everyone;
    case 'jabatan':
      return criterion.jabatan;
    case 'kecamatan':
      return wilayah.areaName({ kecamatanCode: criterion.code, kelurahanCode: null });
    case 'kelurahan':
      return wilayah.areaName({ kecamatanCode: '', kelurahanCode: criterion.code });
    case 'answer':
      return text.answered(criterion.answer, eventTitles.get(criterion.eventId) ?? '');
    case 'presence':
      return text.presence(criterion.presence, eventTitles.get(criterion.eventId) ?? '');
  }
}

/** The card on which one side of the audience is put together. */
export function audienceCard(
  id: number,
  side: Side,
  audience: Audience,
  wilayah: Wilayah,
  eventTitles: ReadonlyMap<number, string>,
): Message {
  const mark = (label: string, criterion: Criterion) => ticked(label, audience, side, criterion);
  const names = audienceNames(audience, wilayah, eventTitles);
  const excluded = excludedNames(audience, wilayah, eventTitles);
  const isInclude = side === 'include';
  return {
    text: isInclude ? text.chooseAudience(names, excluded) : text.chooseExcluded(names, excluded),
    keyboard: buttons(
      isInclude
        ? [button(mark(text.labels.everyone, { by: 'all' }), on.everyoneButton.data(id))]
        : [],
      [
        button(
          mark(text.labels.psm, { by: 'jabatan', jabatan: 'PSM' }),
          on.jabatanButton.data(id, side, 'PSM'),
        ),
        button(
          mark(text.labels.tksk, { by: 'jabatan', jabatan: 'TKSK' }),
          on.jabatanButton.data(id, side, 'TKSK'),
        ),
      ],
      [
        button(text.labels.kecamatan, on.kecamatanListButton.data(id, side)),
        button(text.labels.kelurahan, on.kelurahanAreasButton.data(id, side)),
      ],
      [button(text.labels.answers, on.eventListButton.data(id, side))],
      isInclude && names.length > 0
        ? [button(text.labels.exclude, on.audienceButton.data(id, 'exclude'))]
        : [],
      isInclude
        ? [
            button(text.labels.cancel, cancelButton.data(id)),
            ...(names.length > 0 ? [button(text.labels.next, confirmButton.data(id))] : []),
          ]
        : [button(text.labels.excluded, on.audienceButton.data(id, 'include'))],
    ),
  };
}

/** Every kecamatan to be chosen; those on this side are ticked. */
export function kecamatanCard(
  id: number,
  side: Side,
  audience: Audience,
  wilayah: Wilayah,
): Message {
  return {
    text: text.chooseKecamatan,
    keyboard: buttons(
      ...inRows(
        wilayah.kecamatan.map(({ code, name }) =>
          button(
            ticked(name, audience, side, { by: 'kecamatan', code }),
            on.kecamatanButton.data(id, side, code),
          ),
        ),
        2,
      ),
      backRow(id, side),
    ),
  };
}

/** The kecamatan whose kelurahan may be opened. */
export function kelurahanAreasCard(id: number, side: Side, wilayah: Wilayah): Message {
  return {
    text: text.chooseKelurahanKecamatan,
    keyboard: buttons(
      ...inRows(
        wilayah.kecamatan.map(({ code, name }) =>
          button(name, on.kelurahanListButton.data(id, side, code)),
        ),
        2,
      ),
      backRow(id, side),
    ),
  };
}

/** The kelurahan of one kecamatan; those on this side are ticked. */
export function kelurahanCard(
  id: number,
  side: Side,
  kecamatanCode: string,
  audience: Audience,
  wilayah: Wilayah,
): Message {
  return {
    text: text.chooseKelurahan(wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode),
    keyboard: buttons(
      ...inRows(
        wilayah
          .kelurahanOf(kecamatanCode)
          .map(({ code, name }) =>
            button(
              ticked(name, audience, side, { by: 'kelurahan', code }),
              on.kelurahanButton.data(id, side, code),
            ),
          ),
        2,
      ),
      backRow(id, side),
    ),
  };
}

/** The events whose answers may be chosen. */
export function eventListCard(id: number, side: Side, events: readonly InvitedEvent[]): Message {
  return {
    text: events.length === 0 ? text.noEvents : text.chooseEvent,
    keyboard: buttons(
      ...events.map((event) => [
        button(
          text.labels.event(event.startsAt, event.title),
          on.eventAnswersButton.data(id, side, event.id),
        ),
      ]),
      backRow(id, side),
    ),
  };
}

/** The answers to one event and, once it is known, who came; those on this side are ticked. */
export function answersCard(
  id: number,
  side: Side,
  { id: eventId, title, checkedIn }: AnsweredEvent,
  audience: Audience,
): Message {
  const answers = on.answers.map((answer) =>
    button(
      ticked(text.labels[answer], audience, side, { by: 'answer', eventId, answer }),
      on.answerButton.data(id, side, eventId, answer),
    ),
  );
  const presences = on.presences.map((presence) =>
    button(
      ticked(text.labels[presence], audience, side, { by: 'presence', eventId, presence }),
      on.presenceButton.data(id, side, eventId, presence),
    ),
  );
  return {
    text: text.chooseAnswer(title, checkedIn),
    keyboard: buttons(...inRows(answers, 2), checkedIn ? presences : [], backRow(id, side)),
  };
}

/** Places that a typed name may mean. */
export function placesCard(
  id: number,
  side: Side,
  typed: string,
  places: { by: 'kecamatan' | 'kelurahan'; code: string }[],
  wilayah: Wilayah,
): Message {
  return {
    text: text.whichPlace(typed),
    keyboard: buttons(
      ...places.map(({ by, code }) => [
        by === 'kecamatan'
          ? button(
              wilayah.areaName({ kecamatanCode: code, kelurahanCode: null }),
              on.kecamatanButton.data(id, side, code),
            )
          : button(
              `${wilayah.findKelurahan(code)?.name ?? code} (Kec. ${kecamatanNameOf(code, wilayah)})`,
              on.kelurahanButton.data(id, side, code),
            ),
      ]),
      backRow(id, side),
    ),
  };
}

function backRow(id: number, side: Side) {
  return [button(text.labels.back, on.audienceButton.data(id, side))];
}

function ticked(label: string, audience: Audience, side: Side, criterion: Criterion): string {
  return criteriaOf(audience, side).some((other) => sameCriterion(other, criterion))
    ? text.labels.chosen(label)
    : label;
}

function kecamatanNameOf(kelurahanCode: string, wilayah: Wilayah): string {
  const kecamatanCode = wilayah.findKelurahan(kelurahanCode)?.kecamatanCode ?? '';
  return wilayah.findKecamatan(kecamatanCode)?.name ?? '';
}
