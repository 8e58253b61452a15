import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import type { TicketState } from './rules.ts';
import {
  type DisputeKind,
  type MonthFacts,
  monthFacts,
  type TicketKind,
  type TicketStatus,
} from './schema.ts';

/** A question as it stands. */
export interface Ticket extends TicketState {
  id: number;
  kind: TicketKind;
  status: TicketStatus;
  /** Who looks after it, by name; null: nobody yet. */
  takenBy: string | null;
  createdAt: Date;
  /** Since when an answer is owed; null while none is. */
  waitingSince: Date | null;
  closedById: number | null;
  asker: Asker;
  /** Of a doubted month. */
  period: string | null;
  facts: MonthFacts | null;
  revision: number;
}

/** Who asked: as on the roster, or by their Telegram name. */
export interface Asker {
  accountId: number;
  telegramId: number;
  name: string;
  /** Null when not on the roster. */
  kader: {
    id: number;
    jabatan: 'PSM' | 'TKSK';
    kecamatanCode: string;
    kelurahanCode: string | null;
  } | null;
  phone: Phone | null;
  reachable: boolean;
}

/** What is read of a question. */
export const ticketColumns = {
  id: true,
  kind: true,
  status: true,
  takenById: true,
  takenBy: { select: { firstName: true, kader: { select: { name: true } } } },
  createdAt: true,
  waitingSince: true,
  closedAt: true,
  closedById: true,
  period: true,
  facts: true,
  revision: true,
  account: {
    select: { id: true, telegramId: true, firstName: true, unreachableAt: true },
  },
  kader: {
    select: {
      id: true,
      name: true,
      jabatan: true,
      kecamatanCode: true,
      kelurahanCode: true,
      phone: true,
    },
  },
} as const satisfies Prisma.TicketSelect;

type Row = Prisma.TicketGetPayload<{ select: typeof ticketColumns }>;

/** A question as it is first written down. */
export interface NewTicket {
  kind: TicketKind;
  status: 'OFFERED' | 'WAITING';
  accountId: number;
  kaderId: number | null;
  period?: string;
  facts?: MonthFacts;
  /** Of a doubted month: what there may be only one of while it is open. */
  openKey?: string;
}

/** Writes a question down. @returns its number */
export async function createTicket(
  tx: Tx,
  { facts, ...ticket }: NewTicket,
  now: Date,
): Promise<number> {
  const { id } = await tx.ticket.create({
    data: {
      ...ticket,
      ...(facts === undefined ? {} : { facts }),
      createdAt: now,
      lastAt: now,
      waitingSince: ticket.status === 'WAITING' ? now : null,
    },
    select: { id: true },
  });
  return id;
}

/** One question; null when there is none. */
export async function findTicket(db: Db | Tx, id: number): Promise<Ticket | null> {
  const row = await db.ticket.findUnique({ where: { id }, select: ticketColumns });
  return row === null ? null : toTicket(row);
}

/** The open question of one person that doubts that month in that way, or null. */
export async function findOpenDispute(
  tx: Tx,
  dispute: { kaderId: number; period: string; kind: DisputeKind },
): Promise<number | null> {
  const row = await tx.ticket.findFirst({
    where: { ...dispute, status: { in: ['WAITING', 'ANSWERED'] } },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** What may change of a question. */
export interface TicketChange {
  status?: TicketStatus;
  takenById?: number | null;
  takenAt?: Date | null;
  waitingSince?: Date | null;
  lastAt?: Date;
  closedAt?: Date | null;
  closedById?: number | null;
  openKey?: string | null;
  facts?: MonthFacts;
}

/**
 * Changes a question, provided that it still stands as `provided` says.
 *
 * @returns whether it was changed
 */
export async function changeTicket(
  tx: Tx,
  id: number,
  change: TicketChange,
  provided: Prisma.TicketWhereInput = {},
): Promise<boolean> {
  const { count } = await tx.ticket.updateMany({
    where: { id, ...provided },
    data: { ...change, revision: { increment: 1 } },
  });
  return count > 0;
}

/** Takes a question that nobody looks after. @returns whether it was free */
export function takeFree(tx: Tx, id: number, accountId: number, now: Date): Promise<boolean> {
  return changeTicket(
    tx,
    id,
    { takenById: accountId, takenAt: now },
    { takenById: null, status: { in: ['WAITING', 'ANSWERED'] } },
  );
}

/** Whether there are questions that were offered before then and never sent. */
export async function hasOffers(db: Db | Tx, before: Date): Promise<boolean> {
  const where = { status: 'OFFERED', createdAt: { lt: before } } as const;
  return (await db.ticket.findFirst({ where, select: { id: true } })) !== null;
}

/** Forgets questions that were offered and never sent. */
export async function forgetOffers(tx: Tx, before: Date): Promise<void> {
  const ticket = { status: 'OFFERED', createdAt: { lt: before } } as const;
  await tx.ticketMessage.deleteMany({ where: { ticket } });
  await tx.ticket.deleteMany({ where: ticket });
}

/** Forgets one offer. @returns whether it was still one */
export async function forgetOffer(tx: Tx, id: number): Promise<boolean> {
  await tx.ticketMessage.deleteMany({ where: { ticket: { id, status: 'OFFERED' } } });
  return (await tx.ticket.deleteMany({ where: { id, status: 'OFFERED' } })).count > 0;
}

/** A row as the question it is. */
export function toTicket({ account, kader, takenBy, facts, ...row }: Row): Ticket {
  return {
    ...row,
    takenBy: takenBy === null ? null : (takenBy.kader?.name ?? takenBy.firstName),
    facts: facts === null ? null : monthFacts.parse(facts),
    asker: {
      accountId: account.id,
      telegramId: Number(account.telegramId),
      name: kader?.name ?? account.firstName,
      kader: kader === null ? null : kaderOf(kader),
      phone: kader?.phone ? parsePhone(kader.phone) : null,
      reachable: account.unreachableAt === null,
    },
  };
}

function kaderOf({ id, jabatan, kecamatanCode, kelurahanCode }: NonNullable<Row['kader']>) {
  return { id, jabatan, kecamatanCode, kelurahanCode };
}
