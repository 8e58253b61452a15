import type { Db, Tx } from '../../platform/database.ts';

/** What a second person is asked to consent to. */
export type Deed = 'APPLY' | 'UNDO';

export type Decision = 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'OUTDATED';

/** A request for somebody else's consent. */
export interface ImportRequest {
  id: number;
  importId: number;
  deed: Deed;
  /** Of the plan that was shown; empty for an undo. */
  digest: string;
  /** Null for the command line. */
  askedById: number | null;
  /** Null while it waits. */
  decision: Decision | null;
}

const columns = {
  id: true,
  importId: true,
  deed: true,
  digest: true,
  askedById: true,
  decision: true,
} as const;

/** Writes a request down. */
export function createRequest(
  tx: Tx,
  request: Pick<ImportRequest, 'importId' | 'deed' | 'digest' | 'askedById'>,
  now: Date,
): Promise<ImportRequest> {
  return tx.importRequest.create({ data: { ...request, askedAt: now }, select: columns });
}

/** One request, or null. */
export function findRequest(db: Db | Tx, id: number): Promise<ImportRequest | null> {
  return db.importRequest.findUnique({ where: { id }, select: columns });
}

/** The request of that kind about a file that still waits, or null. */
export function waitingRequest(
  db: Db | Tx,
  importId: number,
  deed: Deed,
): Promise<ImportRequest | null> {
  return db.importRequest.findFirst({
    where: { importId, deed, decision: null },
    orderBy: { id: 'desc' },
    select: columns,
  });
}

/** Ends a request. @returns false when it had ended already */
export async function closeRequest(
  tx: Tx,
  id: number,
  decision: Decision,
  byId: number | null,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.importRequest.updateMany({
    where: { id, decision: null },
    data: { decision, decidedById: byId, decidedAt: now },
  });
  return count === 1;
}
