import { DateTime } from 'luxon';
import { nameSearch } from '../../language/name-search.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Scope } from '../access/rules.ts';
import type { LetterheadService } from '../letterhead/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { hashOf, newCode } from './codes.ts';
import {
  createPaper,
  findCertificate,
  findPresence,
  type IssuedPaper,
  listArrivals,
  listPresences,
  type PresenceAtEvent,
  replacePaper,
} from './repository.ts';
import { certificateObstacle } from './rules.ts';
import type { CertificateFacts, CertifiedPerson, Stamp } from './schema.ts';

export type { PresenceAtEvent } from './repository.ts';

/** How a certificate becomes a file. */
export type CertificatePaper = (
  facts: CertificateFacts,
  logo: Buffer | null,
  stamp: Stamp,
) => Promise<Buffer>;

export type CertificateOutcome =
  | { ok: true; facts: CertificateFacts; bytes: Buffer; stamp: Stamp; leftAt: Date | null }
  | { ok: false; reason: 'did_not_come' | 'cancelled' }
  | { ok: false; reason: 'not_over'; event: PresenceAtEvent['event'] };

/** What a kader can be given. */
export interface OwnCertificates {
  ready: PresenceAtEvent[];
  /** Came, but the event is still going on. */
  waiting: PresenceAtEvent[];
}

/** Certificates for those who came. */
export interface CertificateService {
  own(kaderId: number): Promise<OwnCertificates>;
  /** Who of a scope came to an event and has a name with words that begin like this. */
  findArrivals(scope: Scope, eventId: number, written: string): Promise<PresenceAtEvent[]>;
  /**
   * The certificate of an arrival: made once, and the very same file whenever it is asked for again. Only when
   * the person's name or the event has been corrected since is it made anew, under the same code.
   *
   * @param mayHave whether whoever asks may have that person's: their own, or within their scope
   */
  issue(
    accountId: number,
    checkInId: number,
    mayHave: (presence: PresenceAtEvent) => boolean,
  ): Promise<CertificateOutcome>;
}

export interface CertificateDeps {
  ports: Ports;
  wilayah: Wilayah;
  letterhead: LetterheadService;
  paper: CertificatePaper;
  /** Where browsers find the pages, without a slash at the end. */
  publicUrl: string;
}

export function createCertificateService({
  ports: { db, transact, clock },
  wilayah,
  letterhead,
  paper,
  publicUrl,
}: CertificateDeps): CertificateService {
  function stampOf({ code, contentHash, issuedAt }: Omit<Stamp, 'url'>): Stamp {
    return { code, contentHash, issuedAt, url: `${publicUrl}/periksa/${code}` };
  }

  async function draw(facts: CertificateFacts, stamp: Stamp): Promise<Buffer> {
    return paper(facts, await letterhead.logo(facts.letterhead.logo), stamp);
  }

  /** Writes down a new certificate or one that was corrected. */
  async function keep(
    accountId: number,
    presence: PresenceAtEvent,
    facts: CertificateFacts,
    earlier: IssuedPaper | null,
  ) {
    const issuedAt = clock.now();
    const { otherFiles: _files, ...said } = facts;
    const contentHash = hashOf(said);
    const stamp = stampOf({ code: earlier?.code ?? newCode(), contentHash, issuedAt });
    const bytes = await draw(facts, stamp);
    const kept = { facts, contentHash, issuedAt, fileHash: hashOf(bytes) };
    const written = transact(async (tx) => {
      if (earlier !== null) await replacePaper(tx, earlier, kept);
      else
        await createPaper(tx, {
          ...kept,
          code: stamp.code,
          eventId: presence.event.id,
          checkInId: presence.id,
          createdById: accountId,
        });
      await writeAudit(tx, {
        at: issuedAt,
        accountId,
        action: earlier === null ? 'document.issue' : 'document.reissue',
        subject: `event:${presence.event.id}`,
        after: { kind: 'CERTIFICATE', code: stamp.code, checkInId: presence.id, contentHash },
      });
    });
    try {
      await written;
    } catch (error) {
      // Asked for twice at once: whoever comes second is given the first one's.
      const other = await findCertificate(db, presence.id);
      if (other?.facts.kind !== 'CERTIFICATE' || other.fileHash === earlier?.fileHash) throw error;
      return drawAgain(other, other.facts);
    }
    return { facts, bytes, stamp };
  }

  /** Draws an issued certificate again; another version of the program may set its bytes otherwise. */
  async function drawAgain(issued: IssuedPaper, facts: CertificateFacts) {
    const stamp = stampOf(issued);
    const bytes = await draw(facts, stamp);
    const fileHash = hashOf(bytes);
    if (fileHash !== issued.fileHash && !facts.otherFiles.includes(fileHash)) {
      const otherFiles = [...facts.otherFiles, fileHash];
      await transact((tx) =>
        replacePaper(tx, issued, { ...issued, facts: { ...facts, otherFiles } }),
      );
    }
    return { facts, bytes, stamp };
  }

  return {
    async own(kaderId) {
      const now = clock.now();
      const presences = await listPresences(db, kaderId);
      const those = (obstacle: ReturnType<typeof certificateObstacle>) =>
        presences.filter((presence) => certificateObstacle(presence, now) === obstacle);
      return { ready: those(null), waiting: those('not_over') };
    },

    async findArrivals(scope, eventId, written) {
      const isMeant = nameSearch(written);
      const arrivals = await listArrivals(db, eventId, scope);
      return arrivals.filter(({ person }) => isMeant(person.name));
    },

    async issue(accountId, checkInId, mayHave) {
      const presence = await findPresence(db, checkInId);
      if (presence === null || !mayHave(presence)) return { ok: false, reason: 'did_not_come' };
      const obstacle = certificateObstacle(presence, clock.now());
      if (obstacle === 'not_over') return { ok: false, reason: obstacle, event: presence.event };
      if (obstacle !== null) return { ok: false, reason: obstacle };
      const { leftAt } = presence;
      const issued = await findCertificate(db, checkInId);
      const before = issued?.facts.kind === 'CERTIFICATE' ? issued.facts : null;
      const person = certified(presence, wilayah);
      const event = paperEvent(presence);
      if (issued !== null && before !== null && isSame(before, { person, event }))
        return { ok: true, leftAt, ...(await drawAgain(issued, before)) };
      const facts: CertificateFacts = {
        kind: 'CERTIFICATE',
        event,
        person,
        number: before?.number ?? certificateNumber(presence),
        letterhead: before?.letterhead ?? (await letterhead.current()),
        otherFiles: [],
      };
      return { ok: true, leftAt, ...(await keep(accountId, presence, facts, issued)) };
    },
  };
}

function paperEvent({ event: { title, startsAt, endsAt, place } }: PresenceAtEvent) {
  return { title, startsAt, endsAt, place };
}

function certified({ person }: PresenceAtEvent, wilayah: Wilayah): CertifiedPerson {
  const { name, jabatan, kecamatanCode, kelurahanCode } = person;
  if (kecamatanCode === null) return { name, jabatan, area: null };
  const kecamatan = wilayah.areaName({ kecamatanCode, kelurahanCode: null });
  const area =
    kelurahanCode === null
      ? kecamatan
      : `${wilayah.areaName({ kecamatanCode, kelurahanCode })}, ${kecamatan}`;
  return { name, jabatan, area };
}

/** Whether a certificate still says what is known now; where its person moves to later does not matter. */
function isSame(
  before: CertificateFacts,
  { person, event }: Pick<CertificateFacts, 'person' | 'event'>,
): boolean {
  return before.person.name === person.name && hashOf(before.event) === hashOf(event);
}

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** `134/12/V/2024`: in order of arrival, the event, month and year as offices write them. */
function certificateNumber({ number, event }: PresenceAtEvent): string {
  const day = DateTime.fromJSDate(event.startsAt);
  return `${String(number).padStart(3, '0')}/${event.id}/${romanMonths[day.month - 1]}/${day.year}`;
}
