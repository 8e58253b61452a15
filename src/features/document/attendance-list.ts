import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Scope } from '../access/rules.ts';
import { findEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import type { PrintedLetterhead } from '../letterhead/letterhead-pdf.ts';
import type { LetterheadService } from '../letterhead/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { hashOf, newCode } from './codes.ts';
import { createPaper, findSame, listAttendees } from './repository.ts';
import { type Attendee, type Roll, rollOf, rollVariantsOf } from './rules.ts';
import type { RollFormat, RollVariant, Stamp } from './schema.ts';

/** How a list becomes a file. */
export type RollPapers = Record<
  RollFormat,
  (roll: Roll, printed: PrintedLetterhead, stamp: Stamp) => Promise<Buffer>
>;

type Refusal = { ok: false; reason: 'unknown' | 'cancelled' | 'nobody' };

/** What there is to print of an event within somebody's area. */
export interface RollOffer {
  event: Event;
  /** The variant that fits the moment first. */
  variants: RollVariant[];
  roll: Roll;
}

export type OfferOutcome = { ok: true; offer: RollOffer } | Refusal;

export type RollOutcome =
  | { ok: true; roll: Roll; eventId: number; bytes: Buffer; stamp: Stamp }
  | Refusal
  /** Nobody has been checked in, so there are no times to print. */
  | { ok: false; reason: 'no_times' };

/** The attendance lists of events. */
export interface AttendanceListService {
  offer(scope: Scope, eventId: number): Promise<OfferOutcome>;
  /**
   * Makes a list as it is now, to be checked by its code. While nothing has changed the same one is given
   * again, where its file can be made again byte by byte.
   */
  issue(
    who: { accountId: number; scope: Scope },
    eventId: number,
    as: { variant: RollVariant; format: RollFormat },
  ): Promise<RollOutcome>;
}

export interface AttendanceListDeps {
  ports: Ports;
  wilayah: Wilayah;
  letterhead: LetterheadService;
  papers: RollPapers;
  /** Where browsers find the pages, without a slash at the end. */
  publicUrl: string;
}

export function createAttendanceListService({
  ports: { db, transact, clock },
  wilayah,
  letterhead,
  papers,
  publicUrl,
}: AttendanceListDeps): AttendanceListService {
  type Found = { ok: true; event: Event; attendees: Attendee[]; variants: RollVariant[] };

  async function find(scope: Scope, eventId: number): Promise<Found | Refusal> {
    const event = await findEvent(db, eventId);
    if (event === null || event.status === 'DRAFT') return { ok: false, reason: 'unknown' };
    if (event.status === 'CANCELLED') return { ok: false, reason: 'cancelled' };
    const attendees = await listAttendees(db, eventId, scope);
    if (attendees.length === 0) return { ok: false, reason: 'nobody' };
    return { ok: true, event, attendees, variants: rollVariantsOf(attendees) };
  }

  return {
    async offer(scope, eventId) {
      const found = await find(scope, eventId);
      if (!found.ok) return found;
      const { event, attendees, variants } = found;
      const variant = variants[0] ?? 'blank';
      const roll = rollOf(event, attendees, { areas: areasOf(scope, wilayah), variant }, wilayah);
      return { ok: true, offer: { event, variants, roll } };
    },

    async issue({ accountId, scope }, eventId, { variant, format }) {
      const found = await find(scope, eventId);
      if (!found.ok) return found;
      const { event, attendees, variants } = found;
      if (!variants.includes(variant)) return { ok: false, reason: 'no_times' };
      const areas = areasOf(scope, wilayah);
      const roll = rollOf(event, attendees, { areas, variant }, wilayah);
      if (roll.sections.length === 0) return { ok: false, reason: 'nobody' };
      const head = await letterhead.current();
      const printed = { letterhead: head, logo: await letterhead.logo(head.logo) };
      const contentHash = hashOf({ roll, letterhead: head });
      const stampOf = (code: string, issuedAt: Date): Stamp => ({
        code,
        contentHash,
        issuedAt,
        url: `${publicUrl}/periksa/${code}`,
      });
      const [same] = (await findSame(db, eventId, contentHash)).filter(
        ({ facts }) => facts.kind === 'ATTENDANCE_LIST' && facts.format === format,
      );
      if (same !== undefined) {
        const stamp = stampOf(same.code, same.issuedAt);
        const bytes = await papers[format](roll, printed, stamp);
        if (hashOf(bytes) === same.fileHash) return { ok: true, roll, eventId, bytes, stamp };
      }
      const code = newCode();
      const issuedAt = clock.now();
      const stamp = stampOf(code, issuedAt);
      const bytes = await papers[format](roll, printed, stamp);
      const { tally } = roll;
      await transact(async (tx) => {
        await createPaper(tx, {
          code,
          contentHash,
          issuedAt,
          fileHash: hashOf(bytes),
          facts: { kind: 'ATTENDANCE_LIST', event: roll.event, areas, variant, format, tally },
          eventId,
          checkInId: null,
          createdById: accountId,
        });
        await writeAudit(tx, {
          at: issuedAt,
          accountId,
          action: 'document.issue',
          subject: `event:${eventId}`,
          after: { kind: 'ATTENDANCE_LIST', code, variant, format, contentHash },
        });
      });
      return { ok: true, roll, eventId, bytes, stamp };
    },
  };
}

/** The parts of the city in a scope, by name; null for all of it. */
function areasOf(scope: Scope, wilayah: Wilayah): string[] | null {
  if (scope.city) return null;
  return [
    ...scope.kecamatan.map((code) =>
      wilayah.areaName({ kecamatanCode: code, kelurahanCode: null }),
    ),
    ...scope.kelurahan.map((code) => wilayah.areaName({ kecamatanCode: '', kelurahanCode: code })),
  ];
}
