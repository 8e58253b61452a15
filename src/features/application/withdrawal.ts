import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { settleCards } from './cards.ts';
import type { ApplicationDeps } from './letters.ts';
import { endApplication, findWaiting } from './repository.ts';

/** Takes back what an account asked for and nobody decided yet; its cards say so. */
export async function withdrawWaiting(
  tx: Tx,
  deps: ApplicationDeps,
  accountId: number,
): Promise<void> {
  const waiting = await findWaiting(tx, accountId);
  if (waiting === null || !(await endApplication(tx, waiting.id, { status: 'WITHDRAWN' }))) return;
  await writeAudit(tx, {
    at: deps.ports.clock.now(),
    accountId,
    action: 'application.withdraw',
    subject: `application:${waiting.id}`,
  });
  await settleCards(tx, deps, { ...waiting, status: 'WITHDRAWN' });
}
