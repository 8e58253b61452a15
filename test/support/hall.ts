import { actorOfAccount } from '../../src/features/access/repository.ts';
import { scopeOf } from '../../src/features/access/rules.ts';
import type { DeskKeeper } from '../../src/features/check-in/desk.ts';
import { deskLetters } from '../../src/features/check-in/messages.ts';
import { createCheckInService } from '../../src/features/check-in/service.ts';
import type { Person } from './person.ts';
import { invitedTraining } from './training.ts';
import { type RosterEntry, startWorld, type World, type WorldOptions } from './world.ts';

/** The morning of a training: whom it is for, and what they see on the wall. */
export interface Hall {
  world: World;
  eventId: number;
  agus: Person;
  checkIn: ReturnType<typeof createCheckInService>;
  /** Agus at a desk, as the service asks for whoever records. */
  keeper(): Promise<DeskKeeper>;
  /** The link in the code on the wall as it is now. */
  wall(eventId?: number): Promise<string>;
  /** The records of the event, in the order of their numbers. */
  records(): ReturnType<World['db']['checkIn']['findMany']>;
  /** What staff did, in order. */
  deeds(): Promise<string[]>;
}

/** `withTelegram: false` for people who are on the roster only, as most who come to a desk are. */
export type HallOptions = WorldOptions & { withTelegram?: boolean };

/** A training at 08.00 in half an hour, its invitations sent to all these people and looked at; not opened yet. */
export async function hall(
  people: RosterEntry[],
  { withTelegram = true, ...options }: HallOptions = {},
): Promise<Hall & { people: Person[] }> {
  const world = await startWorld({ at: '2024-05-22T07:30', ...options });
  const agus = await world.officer('Agus', 'STAFF');
  const registered: Person[] = [];
  for (const entry of people)
    if (withTelegram) registered.push(await world.registered(entry));
    else await world.onRoster(entry);
  const eventId = await invitedTraining(world, { deadline: { daysBefore: 0, time: null } });
  for (const person of registered) person.looksAway();
  const checkIn = createCheckInService(world.app.ports, world.wilayah, deskLetters);
  return {
    world,
    eventId,
    agus,
    people: registered,
    checkIn,
    async keeper() {
      const { id } = await world.db.account.findFirstOrThrow({ where: { firstName: 'Agus' } });
      const actor = await actorOfAccount(world.db, id);
      const scope = actor === null ? null : scopeOf(actor);
      if (scope === null) throw new Error('staff see the city');
      return { accountId: id, scope };
    },
    async wall(id = eventId) {
      const board = await checkIn.board(id);
      if (board === null || board.code === null) throw new Error('nothing is on the wall');
      return `https://t.me/kader_uji_bot?start=${board.code.parameter}`;
    },
    records: () => world.db.checkIn.findMany({ where: { eventId }, orderBy: { number: 'asc' } }),
    async deeds() {
      const rows = await world.db.auditEntry.findMany({
        where: { subject: `event:${eventId}`, action: { startsWith: 'check-in' } },
        orderBy: { id: 'asc' },
      });
      return rows.map(({ action }) => action);
    },
  };
}

/** The same, with check-in opened by `/absen` and its card looked at. */
export async function openHall(
  people: RosterEntry[],
  options: HallOptions = {},
): Promise<Hall & { people: Person[] }> {
  const opened = await hall(people, options);
  await opened.agus.says('/absen');
  await opened.agus.taps('Pembinaan PSM');
  opened.agus.looksAway();
  return opened;
}

/** The same, with the desk opened in the chat of Agus, for people without Telegram. */
export async function openDesk(people: RosterEntry[], options: HallOptions = {}) {
  const opened = await openHall(people, { withTelegram: false, ...options });
  await opened.agus.taps('Meja di chat');
  opened.agus.sees(/Meja absen: Pembinaan PSM dan TKSK[\s\S]*tiga huruf nama/);
  return opened;
}
