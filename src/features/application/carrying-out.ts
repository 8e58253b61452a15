import { nameKey, sameName } from '../../language/names.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { auditedEntry } from '../kader/audited.ts';
import { createKader, type KaderEntry, updateKader } from '../kader/entry-repository.ts';
import { findByPhone, findKader, type Kader } from '../kader/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import type { ApplicationDeps } from './letters.ts';
import { linkToRoster } from './linking.ts';
import { attachKader } from './repository.ts';
import type { Application } from './rules.ts';

/**
 * Does what was approved: the roster entry gets its data, and the applicant's account is linked to it.
 *
 * @param deciderId account of whoever approved, for the audit
 */
export async function carryOut(
  tx: Tx,
  deps: ApplicationDeps,
  application: Application,
  deciderId: number,
): Promise<void> {
  const kaderId = await writeEntry(tx, deps, application, deciderId);
  await attachKader(tx, application.id, kaderId);
  const { accountId } = application.applicant;
  await linkToRoster(tx, deps, { accountId, kaderId, cause: `application:${application.id}` });
}

/**
 * A number stands on the roster once, so another entry that has it gives it away. For somebody new, an entry
 * with that number and such a name is taken to be the same person, who was put on the roster meanwhile or
 * had left it.
 *
 * @returns the roster entry that was written
 */
async function writeEntry(
  tx: Tx,
  deps: ApplicationDeps,
  application: Application,
  deciderId: number,
): Promise<number> {
  const now = deps.ports.clock.now();
  const { kind, kaderId, name, phone } = application;
  const holder = phone === null ? null : await findByPhone(tx, phone);
  const isHolder = kind === 'NEW' && holder !== null && sameName(holder.name, name) !== 'different';
  const known = isHolder ? holder : kaderId === null ? null : await findKader(tx, kaderId);
  const givesAway = kind === 'NEW' || kind === 'NEW_NUMBER';
  if (givesAway && holder !== null && holder.id !== known?.id)
    await giveNumberAway(tx, deps, holder, application, deciderId);

  if (known === null) {
    const entry = wholeEntry(application);
    const created = await createKader(tx, entry, now);
    await writeAudit(tx, {
      at: now,
      accountId: deciderId,
      action: 'kader.create',
      subject: `kader:${created}`,
      after: auditedEntry(entry),
    });
    return created;
  }
  const change = approvedChange(application);
  await updateKader(tx, known.id, { ...change, status: 'ACTIVE' }, now);
  await writeAudit(tx, {
    at: now,
    accountId: deciderId,
    action: 'kader.change',
    subject: `kader:${known.id}`,
    before: auditedEntry(known),
    after: auditedEntry({ ...known, ...change }),
  });
  return known.id;
}

/** Only what was asked for: the rest of the entry may have become better since. */
function approvedChange(application: Application): Partial<KaderEntry> {
  const { phone, ...place } = wholeEntry(application);
  switch (application.kind) {
    case 'NEW':
      return { ...place, phone };
    case 'MOVE':
      return place;
    case 'NEW_NUMBER':
      return { phone };
    case 'NEW_ACCOUNT':
      return {};
  }
}

function wholeEntry(application: Application): KaderEntry {
  const { name, jabatan, kecamatanCode, kelurahanCode, phone } = application;
  return { name, nameKey: nameKey(name), jabatan, kecamatanCode, kelurahanCode, phone };
}

async function giveNumberAway(
  tx: Tx,
  { ports, letters }: ApplicationDeps,
  holder: Kader,
  { id }: Application,
  deciderId: number,
): Promise<void> {
  const now = ports.clock.now();
  await updateKader(tx, holder.id, { phone: null }, now);
  await writeAudit(tx, {
    at: now,
    accountId: deciderId,
    action: 'kader.change',
    subject: `kader:${holder.id}`,
    before: auditedEntry(holder),
    after: auditedEntry({ ...holder, phone: null }),
  });
  if (holder.account === null) return;
  const key = `number:${holder.id}:application:${id}`;
  const letter = letters.numberGivenAway(holder.name);
  await enqueue(tx, [letterTo(holder.account.telegramId, key, letter, now)], now);
}
