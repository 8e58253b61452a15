import { button, buttons, inRows, type Message, toSend } from '../../bot/message.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import * as text from '../../text/id/broadcast.ts';
import type { Audience, Group } from '../kader/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { Result } from './progress.ts';
import { type Progress, sameGroup } from './rules.ts';
import type { Broadcast } from './service.ts';

/** The groups of an audience by name, e.g. `PSM`, `Kecamatan Karawaci`. */
export function audienceNames(audience: Audience, wilayah: Wilayah): string[] {
  return audience.include.map((group) => groupName(group, wilayah));
}

function groupName(group: Group, wilayah: Wilayah): string {
  switch (group.by) {
    case 'all':
      return text.labels.everyone;
    case 'jabatan':
      return group.jabatan;
    case 'kecamatan':
      return wilayah.areaName({ kecamatanCode: group.code, kelurahanCode: null });
    case 'kelurahan':
      return wilayah.areaName({ kecamatanCode: '', kelurahanCode: group.code });
  }
}

/** The card on which the audience is put together. */
export function audienceCard(id: number, audience: Audience, wilayah: Wilayah): Message {
  const mark = (label: string, group: Group) =>
    audience.include.some((other) => sameGroup(other, group)) ? text.labels.chosen(label) : label;
  return {
    text: text.chooseAudience(audienceNames(audience, wilayah)),
    keyboard: buttons(
      [button(mark(text.labels.everyone, { by: 'all' }), on.everyoneButton.data(id))],
      [
        button(
          mark(text.labels.psm, { by: 'jabatan', jabatan: 'PSM' }),
          on.jabatanButton.data(id, 'PSM'),
        ),
        button(
          mark(text.labels.tksk, { by: 'jabatan', jabatan: 'TKSK' }),
          on.jabatanButton.data(id, 'TKSK'),
        ),
      ],
      [
        button(text.labels.kecamatan, on.kecamatanListButton.data(id)),
        button(text.labels.kelurahan, on.kelurahanAreasButton.data(id)),
      ],
      [
        button(text.labels.cancel, on.cancelButton.data(id)),
        ...(audience.include.length > 0
          ? [button(text.labels.next, on.confirmButton.data(id))]
          : []),
      ],
    ),
  };
}

/** Every kecamatan to be chosen; those in the audience are ticked. */
export function kecamatanCard(id: number, audience: Audience, wilayah: Wilayah): Message {
  return {
    text: text.chooseKecamatan,
    keyboard: buttons(
      ...inRows(
        wilayah.kecamatan.map(({ code, name }) =>
          button(ticked(name, audience, 'kecamatan', code), on.kecamatanButton.data(id, code)),
        ),
        2,
      ),
      [button(text.labels.back, on.audienceButton.data(id))],
    ),
  };
}

/** The kecamatan whose kelurahan may be opened. */
export function kelurahanAreasCard(id: number, wilayah: Wilayah): Message {
  return {
    text: text.chooseKelurahanKecamatan,
    keyboard: buttons(
      ...inRows(
        wilayah.kecamatan.map(({ code, name }) =>
          button(name, on.kelurahanListButton.data(id, code)),
        ),
        2,
      ),
      [button(text.labels.back, on.audienceButton.data(id))],
    ),
  };
}

/** The kelurahan of one kecamatan; those in the audience are ticked. */
export function kelurahanCard(
  id: number,
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
            button(ticked(name, audience, 'kelurahan', code), on.kelurahanButton.data(id, code)),
          ),
        2,
      ),
      [button(text.labels.back, on.audienceButton.data(id))],
    ),
  };
}

/** Places that a typed name may mean. */
export function placesCard(
  id: number,
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
              on.kecamatanButton.data(id, code),
            )
          : button(
              `${wilayah.findKelurahan(code)?.name ?? code} (Kec. ${kecamatanNameOf(code, wilayah)})`,
              on.kelurahanButton.data(id, code),
            ),
      ]),
      [button(text.labels.back, on.audienceButton.data(id))],
    ),
  };
}

/** The last look before it leaves. */
export function confirmCard(id: number, reach: text.Reach): Message {
  return {
    text: reach.reachable === 0 ? text.nobodyReachable : text.confirm(reach),
    keyboard: buttons(
      reach.reachable > 0 ? [button(text.labels.send, on.sendButton.data(id))] : [],
      reach.total > reach.reachable
        ? [button(text.labels.unreachableFile, on.unreachableFileButton.data(id))]
        : [],
      [
        button(text.labels.changeAudience, on.audienceButton.data(id)),
        button(text.labels.cancel, on.cancelButton.data(id)),
      ],
    ),
  };
}

/** The card while it leaves. */
export function progressCard(id: number, figures: text.ProgressFigures): Message {
  return {
    text: text.progress(figures),
    keyboard: buttons([button(text.labels.stop, on.stopButton.data(id))]),
  };
}

/** The card once it has left. */
function resultCard(id: number, figures: text.ResultFigures): Message {
  const failures =
    figures.blocked +
    figures.expired +
    figures.uncertain +
    figures.failed.reduce((sum, { count }) => sum + count, 0);
  return {
    text: text.result(figures),
    keyboard: buttons(
      failures > 0 ? [button(text.labels.failureFile, on.failureFileButton.data(id))] : [],
      figures.unreachable > 0
        ? [button(text.labels.unreachableFile, on.unreachableFileButton.data(id))]
        : [],
    ),
  };
}

function ticked(
  name: string,
  audience: Audience,
  by: 'kecamatan' | 'kelurahan',
  code: string,
): string {
  return audience.include.some((group) => sameGroup(group, { by, code }))
    ? text.labels.chosen(name)
    : name;
}

function kecamatanNameOf(kelurahanCode: string, wilayah: Wilayah): string {
  const kecamatanCode = wilayah.findKelurahan(kelurahanCode)?.kecamatanCode ?? '';
  return wilayah.findKecamatan(kecamatanCode)?.name ?? '';
}

/** The cards of running and finished broadcasts, for the progress reporter. */
export const broadcastCards = {
  progress: (broadcast: Broadcast, figures: Progress): OutgoingMessage =>
    toSend(progressCard(broadcast.id, { ...figures, title: titleOf(broadcast) })),
  result: (broadcast: Broadcast, { reasons, ...figures }: Result): OutgoingMessage =>
    toSend(resultCard(broadcast.id, { ...figures, failed: reasons, title: titleOf(broadcast) })),
};

function titleOf({ eventTitle }: Broadcast): string {
  return eventTitle === null ? text.announcementTitle : text.invitationTitle(eventTitle);
}
