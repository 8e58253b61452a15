import type { Tx } from '../../platform/database.ts';
import { letterTo } from '../outbox/letter.ts';
import { recallMessages } from '../outbox/recall.ts';
import { enqueue } from '../outbox/service.ts';
import type { ApplicationDeps } from './letters.ts';
import type { Application } from './rules.ts';

/** The outbox key of the card of an application that goes to somebody who may decide. */
export function cardKey(applicationId: number, accountId: number | ''): string {
  return `application:${applicationId}:card:${accountId}`;
}

/**
 * Lets every card of an application say what became of it: those that arrived are changed, those that
 * have not left yet never will.
 */
export async function settleCards(
  tx: Tx,
  { ports, letters }: ApplicationDeps,
  application: Application,
): Promise<void> {
  const { id, status } = application;
  const now = ports.clock.now();
  const arrived = await recallMessages(tx, cardKey(id, ''), now);
  await enqueue(
    tx,
    arrived.map(({ telegramId, messageNumber }) =>
      letterTo(
        telegramId,
        `application:${id}:${status.toLowerCase()}:${telegramId}`,
        letters.settledCard(application, messageNumber),
        now,
      ),
    ),
    now,
  );
}
