import type { Db } from '../../platform/database.ts';

/** What the bot keeps about a registered kader besides the roster entry. */
export interface KeptFacts {
  telegramName: string;
  username: string | null;
  consentAt: Date | null;
  linkedAt: Date | null;
  invitations: number;
  answers: number;
  incentiveMonths: number;
}

/** Gathers what is kept about an account and its roster entry. */
export async function readKeptFacts(
  db: Db,
  accountId: number,
  kaderId: number,
): Promise<KeptFacts> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { firstName: true, username: true, consentAt: true, linkedAt: true },
  });
  const [invitations, answers, incentiveMonths] = await Promise.all([
    db.invitation.count({ where: { kaderId } }),
    db.invitation.count({ where: { kaderId, answer: { not: null } } }),
    db.incentive.count({ where: { kaderId } }),
  ]);
  const { firstName, ...rest } = account;
  return { telegramName: firstName, ...rest, invitations, answers, incentiveMonths };
}
