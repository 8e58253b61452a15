import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { actorOfAccount } from '../../src/features/access/repository.ts';
import { scopeOf } from '../../src/features/access/rules.ts';
import type { DeskKeeper } from '../../src/features/check-in/desk.ts';
import { deskLetters } from '../../src/features/check-in/messages.ts';
import { createPageLinks } from '../../src/features/check-in/page-access.ts';
import type { Deed, DeedsAnswer } from '../../src/features/check-in/page-contract.ts';
import type { DeskPerson } from '../../src/features/check-in/schema.ts';
import { type CheckInService, createCheckInService } from '../../src/features/check-in/service.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import { startWorld, type World } from './world.ts';

/** An event in the city's hall whose check-in is open, and somebody of the office at the door. */
export interface Venue {
  eventId: number;
  /** Of the staff member at the desk. */
  accountId: number;
  checkIn: CheckInService;
  /** That staff member, as the service asks for whoever records. */
  keeper(): Promise<DeskKeeper>;
  /** Puts people of Karawaci Baru on the roster and invites them. @returns their ids */
  invite(...names: string[]): Promise<number[]>;
  /** The addresses of the pages, below where the test serves them. */
  wall(origin?: string): Promise<string>;
  desk(origin?: string): Promise<string>;
}

/** Sets a venue up in a world; check-in opens at the world's present. */
export async function openVenue(world: World): Promise<Venue> {
  const { db, clock, wilayah } = world;
  const { ports } = world.app;
  const staff = await world.officer('Dewi Kartika', 'STAFF');
  const { id: accountId } = await db.account.findUniqueOrThrow({
    where: { telegramId: BigInt(staff.id) },
  });
  const now = clock.now();
  const { id: eventId } = await db.event.create({
    data: {
      title: 'Pembinaan PSM dan TKSK',
      startsAt: new Date('2024-05-22T08:00:00+07:00'),
      endsAt: new Date('2024-05-22T12:00:00+07:00'),
      place: 'TCC, Cimone',
      audience: everyone,
      answerDeadline: new Date('2024-05-20T23:59:00+07:00'),
      status: 'OPEN',
      createdById: accountId,
      createdAt: now,
      invitedAt: now,
    },
  });
  const checkIn = createCheckInService(ports, wilayah, deskLetters);
  await checkIn.open(accountId, eventId, false);
  return {
    eventId,
    accountId,
    checkIn,
    async keeper() {
      const actor = await actorOfAccount(db, accountId);
      const scope = actor === null ? null : scopeOf(actor);
      if (scope === null) throw new Error('nobody is at the desk');
      return { accountId, scope };
    },
    async invite(...names) {
      const ids: number[] = [];
      for (const name of names) {
        const kaderId = await world.onRoster({ name, kelurahan: 'Karawaci Baru' });
        await db.invitation.create({ data: { eventId, kaderId, createdAt: now } });
        ids.push(kaderId);
      }
      return ids;
    },
    wall: async (origin = '') => (await createPageLinks(ports, origin).wall(eventId)) ?? '',
    desk: async (origin = '') =>
      (await createPageLinks(ports, origin).desk(eventId, accountId)) ?? '',
  };
}

/** The same in a new world, with the server of its pages. */
export async function venueAt(at = '2024-05-22T07:00') {
  const world = await startWorld({ at });
  const venue = await openVenue(world);
  return { world, venue, server: world.pages() };
}

/** Sends what was done at a desk. @param desk its address @returns what became of each */
export async function sendDeeds(server: FastifyInstance, desk: string, ...deeds: Deed[]) {
  const answer = await server.inject({
    method: 'POST',
    url: `${desk}/kiriman`,
    payload: { deeds },
  });
  expect(answer.statusCode).toBe(200);
  return (answer.json() as DeedsAnswer).outcomes.map(({ outcome }) => outcome);
}

let made = 0;

/** Somebody recorded at a desk, under a nonce of its own. */
export function recordDeed(person: DeskPerson, at: Date, reason: string | null = null): Deed {
  made += 1;
  return { kind: 'record', nonce: `recording-${made}`, at: at.getTime(), person, reason };
}
