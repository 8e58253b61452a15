import type { ChatMessage } from '../../src/simulator/contract.ts';
import type { World } from './world.ts';

/** Somebody who came, as a test states it; the time in WIB: `2024-05-22T08:02`. */
export interface Arrival {
  name: string;
  at: string;
  leftAt?: string;
  /** Came without an invitation; with an area they are not on the roster. */
  walkIn?: { kelurahan: string } | true;
}

/** Puts arrivals on record as if they had been checked in, numbered in this order. @returns their ids */
export async function arrived(
  world: World,
  eventId: number,
  arrivals: readonly Arrival[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const { name, at, leftAt, walkIn } of arrivals) {
    const isStranger = typeof walkIn === 'object';
    const kader = isStranger ? null : await world.db.kader.findFirstOrThrow({ where: { name } });
    const { checkInCount: number } = await world.db.event.update({
      where: { id: eventId },
      data: { checkInCount: { increment: 1 } },
    });
    const { id } = await world.db.checkIn.create({
      data: {
        eventId,
        kaderId: kader?.id ?? null,
        number,
        at: wib(at),
        leftAt: leftAt === undefined ? null : wib(leftAt),
        via: kader === null ? 'DESK' : 'SCAN',
        walkIn: walkIn !== undefined,
        ...(isStranger ? { name, jabatan: 'PSM', ...world.area(walkIn) } : {}),
      },
    });
    ids.push(id);
  }
  return ids;
}

/** The bytes of a file the bot sent. */
export function bytesOf(world: World, message: ChatMessage): Buffer {
  if (message.file === null) throw new Error('the message has no file');
  return Buffer.from(world.simulator.fileBytes(message.file.fileId));
}

/** How many pages a PDF has. */
export function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

function wib(local: string): Date {
  return new Date(`${local}:00+07:00`);
}
