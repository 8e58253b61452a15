import { qrPath } from '../../platform/qr-path.ts';
import { cityZone, timeSpan } from '../../text/format.ts';
import type { Area } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { Board } from './board.ts';
import type { RosterPerson } from './desk-finding.ts';
import type { DeskArrival, DeskRoster, PageEvent, WallState } from './page-contract.ts';
import type { Attendee, CheckIn } from './rules.ts';
import { rotationMs } from './wall-code.ts';

/**
 * The board as the projector shows it.
 *
 * @param office as on the letterhead
 * @returns null for an event that is not known outside the office yet
 */
export function wallState(
  board: Board,
  { office, botUsername, now }: { office: string; botUsername: string; now: Date },
  wilayah: Wilayah,
): WallState | null {
  const { state, code } = board;
  if (state === 'unknown') return null;
  return {
    now: now.getTime(),
    revision: board.revision,
    office,
    event: pageEvent(board.event),
    zone: cityZone(),
    state,
    code:
      code === null
        ? null
        : {
            qr: qrPath(`https://t.me/${botUsername}?start=${code.parameter}`),
            changesAt: code.changesAt.getTime(),
            rotationMs,
          },
    invited: board.invited,
    came: board.came,
    walkIns: board.walkIns,
    kecamatan: board.kecamatan.map(({ name, invited, came }) => ({ name, invited, came })),
    arrivals: board.latest.map(({ number, at, attendee }) => ({
      number,
      name: attendee.name,
      area: areaOf(attendee, wilayah),
      at: at.getTime(),
    })),
  };
}

/** What a desk keeps on its device. */
export function deskRoster(
  event: Event,
  people: readonly RosterPerson[],
  wilayah: Wilayah,
  now: Date,
): DeskRoster {
  return {
    now: now.getTime(),
    event: pageEvent(event),
    zone: cityZone(),
    invited: people.filter(({ invited }) => invited).length,
    people: people.map((person) => ({
      id: person.kaderId,
      name: person.name,
      jabatan: person.jabatan,
      area: areaName(person, wilayah),
      invited: person.invited,
    })),
    areas: wilayah.kelurahan
      .map(({ code, kecamatanCode }) => {
        const area = { kecamatanCode, kelurahanCode: code };
        return { ...area, name: areaName(area, wilayah) };
      })
      .sort((one, other) => one.name.localeCompare(other.name, 'id')),
  };
}

/** Somebody who came, as a desk sees them. */
export function deskArrival(checkIn: CheckIn, wilayah: Wilayah): DeskArrival {
  const { id, kaderId, number, at, via, walkIn, leftAt, attendee } = checkIn;
  return {
    checkInId: id,
    number,
    at: at.getTime(),
    ...(kaderId === null
      ? { guest: { name: attendee.name, area: areaOf(attendee, wilayah) } }
      : { kaderId }),
    ...(via === 'SCAN' ? { byScan: true } : {}),
    ...(walkIn ? { walkIn } : {}),
    ...(leftAt === null ? {} : { leftAt: leftAt.getTime() }),
  };
}

function pageEvent({ id, title, startsAt, endsAt, place }: Event): PageEvent {
  return { id, title, when: timeSpan(startsAt, endsAt), place };
}

function areaOf({ kecamatanCode, kelurahanCode }: Attendee, wilayah: Wilayah): string {
  return kecamatanCode === null ? '' : areaName({ kecamatanCode, kelurahanCode }, wilayah);
}

function areaName(area: Area, wilayah: Wilayah): string {
  const kelurahan = area.kelurahanCode === null ? null : wilayah.findKelurahan(area.kelurahanCode);
  if (kelurahan === null) return wilayah.areaName(area);
  return `${kelurahan.name}, ${wilayah.findKecamatan(area.kecamatanCode)?.name ?? ''}`;
}
