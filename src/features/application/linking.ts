import type { Tx } from '../../platform/database.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { actorOfAccount } from '../access/repository.ts';
import { linkAccount, unlinkAccount } from '../kader/entry-repository.ts';
import { findKader } from '../kader/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import type { ApplicationDeps } from './letters.ts';
import { withdrawWaiting } from './withdrawal.ts';

/**
 * Makes an account the account of a roster entry. An account that was it before is told and loses what it
 * could do as a kader; the new one gets its command menu, and whoever waits for new arrivals is called.
 *
 * @param cause says in the outbox why, e.g. `application:12`
 */
export async function linkToRoster(
  tx: Tx,
  deps: ApplicationDeps,
  { accountId, kaderId, cause }: { accountId: number; kaderId: number; cause: string },
): Promise<void> {
  const { ports, letters, onRegistered } = deps;
  const now = ports.clock.now();
  const post = (telegramId: number, key: string, message: OutgoingMessage) =>
    enqueue(tx, [letterTo(telegramId, `${key}:${cause}`, message, now)], now);

  const kader = await findKader(tx, kaderId);
  if (kader === null || kader.account?.id === accountId) return;
  if (kader.account !== null) {
    await withdrawWaiting(tx, deps, kader.account.id);
    await unlinkAccount(tx, kader.account.id);
    const former = await actorOfAccount(tx, kader.account.id);
    if (former !== null) {
      const { telegramId } = former;
      await post(
        telegramId,
        `replaced:${former.accountId}`,
        letters.accountReplaced(kader.name, former),
      );
      await post(telegramId, `menu:${former.accountId}`, letters.menu(former));
    }
  }
  await linkAccount(tx, accountId, kaderId, now);
  const actor = await actorOfAccount(tx, accountId);
  if (actor !== null) await post(actor.telegramId, `menu:${accountId}`, letters.menu(actor));
  for (const call of onRegistered) await call(tx, kaderId, accountId);
}
