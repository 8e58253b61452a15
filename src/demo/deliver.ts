import type { App } from '../app.ts';
import { commandMenu, mainKeys } from '../bot/menus.ts';
import { toSend } from '../bot/message.ts';
import { actorOfAccount } from '../features/access/repository.ts';
import type { Actor } from '../features/access/rules.ts';
import {
  invitationCard,
  invitationEdit,
  invitationLetter,
} from '../features/attendance/messages.ts';
import { createAttendanceService } from '../features/attendance/service.ts';
import type { NewMessage } from '../features/outbox/schema.ts';
import { enqueue } from '../features/outbox/service.ts';
import type { OutgoingMessage } from '../platform/telegram.ts';
import { home } from '../text/id/registration.ts';

/**
 * Puts into everybody's chat what would stand there had they used the bot for weeks: the menu, the big keys
 * and the invitation to the coming event with the answer they gave. The messages leave when the app sends.
 */
export async function queueDemoChats(app: App, comingEventId: number): Promise<void> {
  const { ports, registry } = app;
  const now = ports.clock.now();
  const attendance = createAttendanceService(ports, {
    invitation: invitationLetter,
    edited: invitationEdit,
  });
  const messages: NewMessage[] = [];
  const queue = (actor: Actor, what: string, message: OutgoingMessage, priority: number) =>
    messages.push({
      ...message,
      dedupeKey: `demo:${what}:${actor.accountId}`,
      chatId: BigInt(actor.telegramId),
      priority,
      notBefore: now,
      kaderId: actor.kader?.id ?? null,
    });

  for (const { id } of await ports.db.account.findMany({ select: { id: true } })) {
    const actor = await actorOfAccount(ports.db, id);
    if (actor === null) continue;
    queue(actor, 'menu', commandMenu(registry, actor), 0);
    const greeting = home(actor.kader?.name ?? actor.firstName);
    queue(actor, 'keys', toSend({ text: greeting, keyboard: mainKeys(registry, actor) }), 1);
    if (actor.kader === null) continue;
    const outcome = await attendance.view(actor.kader, comingEventId);
    if (outcome.ok) queue(actor, 'invitation', toSend(invitationCard(outcome.view)), 2);
  }
  await ports.transact((tx) => enqueue(tx, messages, now));
}
