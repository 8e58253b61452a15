import { expect, it } from 'vitest';
import { approvalLetters } from '../../src/features/broadcast/approval-bot.ts';
import {
  cancelDraft,
  draftBroadcast,
  sendBroadcast,
} from '../../src/features/broadcast/service.ts';
import { toggleAudience } from '../../src/features/broadcast-audience/service.ts';
import { startWorld } from '../support/world.ts';

/** A draft of a staff member to a kader, and what can be done with it, as by several processes at once. */
async function office() {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  const account = await world.db.account.findFirstOrThrow({
    where: { telegramId: BigInt(agus.id) },
  });
  const { ports } = world.app;
  const id = await draftBroadcast(ports, account.id, { kind: 'text', text: 'Rapat', entities: [] });
  return {
    world,
    agus,
    siti,
    toggle: (jabatan: 'PSM' | 'TKSK') =>
      toggleAudience(ports, id, [{ by: 'jabatan', jabatan }], 'include'),
    cancel: () => cancelDraft(ports, id),
    send: () => {
      const approval = { over: Infinity, letters: approvalLetters };
      return sendBroadcast(ports, world.wilayah, id, account.id, null, approval);
    },
    stored: () => world.db.broadcast.findUniqueOrThrow({ where: { id } }),
  };
}

it('keeps both of two groups chosen at once', async () => {
  const { toggle, stored } = await office();
  await Promise.all([toggle('PSM'), toggle('TKSK')]);
  const { audience } = await stored();
  expect(audience).toEqual({
    include: expect.arrayContaining([
      { by: 'jabatan', jabatan: 'PSM' },
      { by: 'jabatan', jabatan: 'TKSK' },
    ]),
  });
});

it('is either sent or given up, and whoever came second is told', async () => {
  const { world, agus, siti, toggle, cancel, send, stored } = await office();
  await toggle('PSM');
  const [sent, cancelled] = await Promise.all([send(), cancel()]);
  expect([sent.ok, cancelled.ok].toSorted()).toEqual([false, true]);
  await world.settle();
  if (sent.ok) {
    siti.sees('Rapat');
    agus.sees(/selesai dikirim/);
  } else siti.seesNothing();
  expect((await stored()).status).toBe(sent.ok ? 'DONE' : 'CANCELLED');
});
