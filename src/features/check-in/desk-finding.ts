import { nameSearch } from '../../language/name-search.ts';
import type { Ports } from '../../platform/ports.ts';
import { serverSecret } from '../../platform/server-secret.ts';
import type { Scope } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { cardParameter, readCard } from './card-code.ts';
import { findTarget, listCheckIns } from './repository.ts';
import { findAttendee, listNames, listRoster, type RosterPerson } from './roster-repository.ts';
import { type Attendee, type CheckIn, isNamesake, isWithin, likelyDoubles } from './rules.ts';
import type { CheckInTarget } from './schema.ts';

export type { RosterPerson } from './roster-repository.ts';

/** Somebody on the roster, or a guest who is there. */
export type Namesake = { by: 'kader'; person: RosterPerson } | { by: 'guest'; checkIn: CheckIn };

/** How a desk finds people, by their names or their cards. */
export interface DeskFinding {
  /**
   * People on the roster by the beginnings of words of their names, three letters of one being enough; a word
   * may also begin the name of their kelurahan. Invited people first.
   */
  find(
    scope: Scope,
    eventId: number,
    query: string,
    limit: number,
  ): Promise<{ people: RosterPerson[]; more: boolean }>;
  /** Everybody on the roster within the scope, for a desk that goes on without network. */
  roster(scope: Scope, eventId: number): Promise<RosterPerson[]>;
  /** Those who came and were not taken back, the latest first. */
  arrivals(scope: Scope, eventId: number, limit?: number): Promise<CheckIn[]>;
  /** One record, also one that was taken back; null where there is none within the scope. */
  recordOf(scope: Scope, eventId: number, target: CheckInTarget): Promise<CheckIn | null>;
  /** Who is called like a guest, as one hears it, and comes from where they come from; the roster goes first. */
  namesake(
    scope: Scope,
    eventId: number,
    guest: Omit<Attendee, 'jabatan'>,
  ): Promise<Namesake | null>;
  /** Those there who seem to have been written down more than once, each with their records by number. */
  doubles(scope: Scope, eventId: number): Promise<CheckIn[][]>;
  /** The `start` parameter on a kader's card. */
  card(kaderId: number): Promise<string>;
  /** Whose card that is; null for anything the bot did not make, and for somebody no longer on the roster. */
  cardHolder(code: string): Promise<(Attendee & { kaderId: number }) | null>;
}

/** The shortest query that finds anybody. */
const fewestLetters = 2;
/** Of more than this many, nobody looks at those beyond. */
const mostFound = 200;

export function createDeskFinding({ db }: Pick<Ports, 'db'>, wilayah: Wilayah): DeskFinding {
  return {
    async find(scope, eventId, query, limit) {
      if (query.replace(/[^\p{L}\p{N}]/gu, '').length < fewestLetters)
        return { people: [], more: false };
      const isMeant = nameSearch(query);
      const kelurahan = (code: string | null) =>
        code === null ? '' : (wilayah.findKelurahan(code)?.name ?? '');
      const ids = (await listNames(db, scope))
        .filter(({ name, kelurahanCode }) => isMeant(`${name} ${kelurahan(kelurahanCode)}`))
        .map(({ id }) => id);
      const found = await listRoster(db, eventId, scope, { id: { in: ids.slice(0, mostFound) } });
      const invitedFirst = [
        ...found.filter(({ invited }) => invited),
        ...found.filter(({ invited }) => !invited),
      ];
      return { people: invitedFirst.slice(0, limit), more: ids.length > limit };
    },

    roster: (scope, eventId) => listRoster(db, eventId, scope),

    arrivals,

    async recordOf(scope, eventId, target) {
      const found = await findTarget(db, eventId, target);
      return found !== null && isWithin(scope, found.attendee) ? found : null;
    },

    async namesake(scope, eventId, guest) {
      const { kecamatanCode, kelurahanCode } = guest;
      const people =
        kecamatanCode === null
          ? []
          : await listRoster(db, eventId, scope, { kecamatanCode, kelurahanCode });
      const person = people.find((each) => isNamesake(each, guest));
      if (person !== undefined) return { by: 'kader', person };
      const isSame = ({ kaderId, attendee }: CheckIn) =>
        kaderId === null && isNamesake(attendee, guest);
      const checkIn = (await listCheckIns(db, eventId)).findLast(isSame);
      return checkIn === undefined ? null : { by: 'guest', checkIn };
    },

    doubles: async (scope, eventId) => likelyDoubles(await arrivals(scope, eventId)),

    card: async (kaderId) => cardParameter(kaderId, await serverSecret(db)),

    async cardHolder(code) {
      const kaderId = readCard(code, await serverSecret(db));
      return kaderId === null ? null : findAttendee(db, kaderId);
    },
  };

  async function arrivals(scope: Scope, eventId: number, limit?: number): Promise<CheckIn[]> {
    if (scope.city) return listCheckIns(db, eventId, limit);
    const all = await listCheckIns(db, eventId);
    return all.filter(({ attendee }) => isWithin(scope, attendee)).slice(0, limit);
  }
}
