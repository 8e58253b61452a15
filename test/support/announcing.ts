import { button, buttons } from '../../src/bot/message.ts';
import { sendButton } from '../../src/features/broadcast/buttons.ts';
import type { Content } from '../../src/features/broadcast/schema.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import type { Person } from './person.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** An office that announces: a staff member, and so many registered kader of one kelurahan. */
export async function office(kaderCount: number, options: WorldOptions = {}) {
  const world = await startWorld(options);
  const agus = await world.officer('Agus', 'STAFF');
  const kader: Person[] = [];
  for (let n = 1; n <= kaderCount; n += 1)
    kader.push(await world.registered({ name: `Kader ${n}`, kelurahan: 'Cimone' }));
  return { world, agus, kader };
}

/**
 * Presses *Kirim sekarang* under an announcement to everybody, for tests that are about what comes after
 * composing it; what came after the tap is unread.
 */
export async function announce(
  world: World,
  agus: Person,
  content: string | Content,
): Promise<number> {
  const account = await world.db.account.findUniqueOrThrow({
    where: { telegramId: BigInt(agus.id) },
  });
  const { id } = await world.db.broadcast.create({
    data: {
      kind: 'ANNOUNCEMENT',
      content:
        typeof content === 'string' ? { kind: 'text', text: content, entities: [] } : content,
      audience: everyone,
      createdById: account.id,
      createdAt: world.clock.now(),
    },
  });
  await world.app.bot.telegram.sendMessage(agus.id, 'Siap dikirim', {
    reply_markup: buttons([button('Kirim sekarang', sendButton.data(id))]),
  });
  agus.looksAway();
  await agus.taps('Kirim sekarang');
  return id;
}

/** How many of these people have the text in front of them, as it stands now. */
export function readers(world: World, people: readonly Person[], text: string): number {
  return people.filter(({ id }) =>
    world.simulator.messagesOf(id).some((message) => message.text.includes(text)),
  ).length;
}

/** Everybody has looked at everything. */
export function allLookAway(...people: Person[]): void {
  for (const person of people) person.looksAway();
}
