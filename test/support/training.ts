import {
  cancelledLetter,
  changedLetter,
  invitationEdit,
  invitationLetter,
} from '../../src/features/attendance/messages.ts';
import type { WholeOutline } from '../../src/features/event/schema.ts';
import { createEventService, type EventService } from '../../src/features/event/service.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import { readSpreadsheet } from '../../src/platform/spreadsheet.ts';
import type { ChatMessage } from '../../src/simulator/contract.ts';
import type { World } from './world.ts';

/** The training of 22 May 2024, as it was announced. */
const training: WholeOutline = {
  title: 'Pembinaan PSM dan TKSK',
  day: '2024-05-22',
  time: { start: '08:00', end: '12:00' },
  place: 'Tangerang Convention Center (TCC), Cimone',
  audience: everyone,
  deadline: { day: '2024-05-20', time: null },
};

/** The use cases of events, for tests that are about something else than the chat around them. */
export function eventsOf(world: World): EventService {
  return createEventService(world.app.ports, {
    invitation: invitationLetter,
    edited: invitationEdit,
    changed: changedLetter,
    cancelled: cancelledLetter,
  });
}

/** A training whose invitations have gone out; the people of the world have them unread. @returns its id */
export async function invitedTraining(
  world: World,
  change: Partial<WholeOutline> = {},
): Promise<number> {
  const events = eventsOf(world);
  const staff = await world.db.account.upsert({
    where: { telegramId: 1n },
    create: { telegramId: 1n, firstName: 'Petugas', createdAt: world.clock.now() },
    update: {},
  });
  const { id } = await events.create(staff.id, { ...training, ...change }, async () => {});
  const outcome = await events.send(staff.id, id, null);
  if (!outcome.ok) throw new Error(`the training was not sent: ${outcome.reason}`);
  await world.settle();
  return id;
}

/** Puts answers on record as if they had been given, by the names of the people. */
export async function answered(
  world: World,
  eventId: number,
  answers: Record<string, 'HADIR' | 'TIDAK_HADIR' | 'IZIN'>,
): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const kader = await world.db.kader.findFirstOrThrow({ where: { name } });
    await world.db.invitation.update({
      where: { eventId_kaderId: { eventId, kaderId: kader.id } },
      data: {
        answer,
        answerReason: answer === 'IZIN' ? 'sakit' : null,
        answeredAt: world.clock.now(),
      },
    });
  }
}

/** The sheets of a workbook the bot sent, as rows of cells. */
export async function sheetsOf(world: World, message: ChatMessage) {
  const read = await readSpreadsheet({
    name: 'file.xlsx',
    bytes: Buffer.from(world.simulator.fileBytes(message.file?.fileId ?? '')),
  });
  if (!read.ok) throw new Error(read.reason);
  return read.sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ cells }) => cells) }));
}
