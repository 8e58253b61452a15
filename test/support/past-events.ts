import { DateTime } from 'luxon';
import { everyone } from '../../src/features/kader/schema.ts';
import type { Prisma } from '../../src/generated/sqlite/client.ts';
import type { World } from './world.ts';

/** How one person came, as a test states it. */
interface CameAs {
  /** `08:02` of the day of the event. */
  at: string;
  via?: 'SCAN' | 'CARD' | 'DESK';
  leftAt?: string;
  /** Recorded by mistake and taken back. */
  undone?: boolean;
}

/** An event of the past to which everybody on the roster was invited; check-in was opened unless told otherwise. */
export async function pastEvent(
  world: World,
  { title, day, checkIn = true }: { title: string; day: string; checkIn?: boolean },
): Promise<number> {
  const at = (time: string) => new Date(`${day}T${time}:00+07:00`);
  const staff = await world.db.account.upsert({
    where: { telegramId: 1n },
    create: { telegramId: 1n, firstName: 'Petugas', createdAt: at('00:00') },
    update: {},
  });
  const everybody = await world.db.kader.findMany({ where: { status: 'ACTIVE' } });
  const { id } = await world.db.event.create({
    data: {
      title,
      startsAt: at('08:00'),
      endsAt: at('12:00'),
      place: 'Aula Dinsos',
      audience: everyone,
      answerDeadline: at('00:00'),
      status: 'OPEN',
      createdById: staff.id,
      createdAt: at('00:00'),
      invitedAt: at('00:00'),
      checkInOpenedAt: checkIn ? at('07:30') : null,
      invitations: {
        create: everybody.map(({ id: kaderId }) => ({ kaderId, createdAt: at('00:00') })),
      },
    },
  });
  return id;
}

/** Puts people of the roster on record as having come, by their names; whoever was not invited is a walk-in. */
export async function came(
  world: World,
  eventId: number,
  people: Record<string, CameAs>,
): Promise<void> {
  for (const [name, how] of Object.entries(people)) {
    const { id: kaderId } = await world.db.kader.findFirstOrThrow({ where: { name } });
    const invited = await world.db.invitation.count({ where: { eventId, kaderId } });
    await record(world, eventId, how, {
      kaderId,
      walkIn: invited === 0,
      walkInReason: invited === 0 ? 'diajak teman' : null,
    });
  }
}

/** Puts somebody who is on no roster on record as having come. */
export async function cameUnknown(
  world: World,
  eventId: number,
  { name, kelurahan, reason }: { name: string; kelurahan: string; reason: string },
  how: CameAs,
): Promise<void> {
  await record(world, eventId, how, {
    name,
    jabatan: 'PSM',
    ...world.area({ kelurahan }),
    walkIn: true,
    walkInReason: reason,
  });
}

async function record(
  world: World,
  eventId: number,
  { at, via = 'SCAN', leftAt, undone = false }: CameAs,
  who: Partial<Prisma.CheckInUncheckedCreateInput>,
): Promise<void> {
  const event = await world.db.event.update({
    where: { id: eventId },
    data: { checkInCount: { increment: 1 } },
  });
  const day = DateTime.fromJSDate(event.startsAt).toISODate();
  const instant = (time: string) => new Date(`${day}T${time}:00+07:00`);
  await world.db.checkIn.create({
    data: {
      ...who,
      eventId,
      number: event.checkInCount,
      at: instant(at),
      via,
      leftAt: leftAt === undefined ? null : instant(leftAt),
      undoneAt: undone ? instant(at) : null,
    },
  });
}
