import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { actorOfAccount, staffBeside } from '../access/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import type { DryRun } from './carrying-out.ts';
import type { UndoPlan } from './importer.ts';
import { findImport, type ImportFile } from './repository.ts';
import {
  closeRequest,
  createRequest,
  type Decision,
  type Deed,
  findRequest,
  type ImportRequest,
  waitingRequest,
} from './request-repository.ts';

/** How a request for a second person's consent, and what became of it, reads. */
export interface ImportLetters<Shown> {
  askToApply(about: Requested, dryRun: DryRun<Shown>): OutgoingMessage;
  askToUndo(about: Requested, plan: UndoPlan): OutgoingMessage;
  /** To whoever asked. */
  decided(
    request: ImportRequest,
    file: ImportFile,
    decision: Exclude<Decision, 'WITHDRAWN'>,
    by: string,
  ): OutgoingMessage;
}

/** A request with what it is about. */
export interface Requested {
  request: ImportRequest;
  file: ImportFile;
  /** Null for the command line. */
  askedBy: string | null;
}

/** When an import needs a second person's consent, and how that is asked for. */
export interface ConsentPolicy<Shown> {
  required: boolean;
  letters: ImportLetters<Shown>;
}

/** Why something is not done at once. */
export type Asked =
  /** Somebody else has to consent; they were asked, now or before. */
  | { ok: false; reason: 'needs_approval'; requestId: number; isNew: boolean }
  | { ok: false; reason: 'nobody_to_approve' };

/** Somebody who decides. */
export interface Decider {
  accountId: number;
  firstName: string;
}

/** Asks all other staff to look at what is about to be done; one that waits already is left to wait. */
export async function askSecondPerson(
  tx: Tx,
  about: { file: ImportFile; deed: Deed; digest: string; accountId: number | null },
  letter: (about: Requested) => OutgoingMessage,
  now: Date,
): Promise<Asked> {
  const { file, deed, digest, accountId } = about;
  const waiting = await waitingRequest(tx, file.id, deed);
  if (waiting?.digest === digest)
    return { ok: false, reason: 'needs_approval', requestId: waiting.id, isNew: false };
  const staff = (await staffBeside(tx, accountId ?? 0)).filter(
    ({ accountId }) => deed === 'UNDO' || accountId !== file.createdById,
  );
  if (staff.length === 0) return { ok: false, reason: 'nobody_to_approve' };
  if (waiting !== null) await closeRequest(tx, waiting.id, 'OUTDATED', accountId, now);
  const request = await createRequest(
    tx,
    { importId: file.id, deed, digest, askedById: accountId },
    now,
  );
  const asker = accountId === null ? null : await actorOfAccount(tx, accountId);
  const message = letter({ request, file, askedBy: asker?.firstName ?? null });
  await enqueue(
    tx,
    staff.map(({ accountId, telegramId }) =>
      letterTo(telegramId, `import-ask:${request.id}:${accountId}`, message, now),
    ),
    now,
  );
  await writeAudit(tx, {
    at: now,
    accountId,
    action: deed === 'APPLY' ? 'import.ask' : 'import.ask_undo',
    subject: `import:${file.id}`,
  });
  return { ok: false, reason: 'needs_approval', requestId: request.id, isNew: true };
}

export type OpenRequest =
  | { ok: true; request: ImportRequest; file: ImportFile }
  | { ok: false; reason: 'gone' | 'own' | 'already_decided' };

/** A request that this person may decide now. */
export async function openRequest(tx: Tx, requestId: number, by: Decider): Promise<OpenRequest> {
  const request = await findRequest(tx, requestId);
  const file = request === null ? null : await findImport(tx, request.importId);
  if (request === null || file === null) return { ok: false, reason: 'gone' };
  const isSender = request.deed === 'APPLY' && file.createdById === by.accountId;
  if (request.askedById === by.accountId || isSender) return { ok: false, reason: 'own' };
  if (request.decision !== null) return { ok: false, reason: 'already_decided' };
  return { ok: true, request, file };
}

/** Ends a request, and tells whoever asked. */
export async function settleRequest(
  tx: Tx,
  request: ImportRequest,
  decision: Exclude<Decision, 'WITHDRAWN'>,
  by: Decider,
  letter: OutgoingMessage,
  now: Date,
): Promise<void> {
  await closeRequest(tx, request.id, decision, by.accountId, now);
  await writeAudit(tx, {
    at: now,
    accountId: by.accountId,
    action: `import.${decision.toLowerCase()}`,
    subject: `import:${request.importId}`,
    after: { deed: request.deed },
  });
  const asker = request.askedById === null ? null : await actorOfAccount(tx, request.askedById);
  if (asker === null) return;
  const key = `import-decided:${request.id}`;
  await enqueue(tx, [letterTo(asker.telegramId, key, letter, now)], now);
}
