import { nameKey, sameName } from '../../language/names.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Phone } from '../../platform/phone.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Grants } from '../access/rules.ts';
import { auditedEntry } from '../kader/audited.ts';
import { updateKader } from '../kader/entry-repository.ts';
import { findByPhone, findKader, type Kader } from '../kader/repository.ts';
import type { KeptFacts } from './repository.ts';
import { readKeptFacts } from './repository.ts';

type NameOutcome =
  | { ok: true; name: string }
  | { ok: false; reason: 'unchanged' }
  /** Not a corrected spelling but another name: somebody has to decide. */
  | { ok: false; reason: 'other_name'; kader: Kader };

type NumberOutcome =
  | { ok: true; phone: Phone }
  | { ok: false; reason: 'unchanged' }
  /** The number stands with another entry of the roster: somebody has to decide. */
  | { ok: false; reason: 'held_by_another'; kader: Kader };

/** The use cases of /profil that need nobody's approval. */
export interface ProfileService {
  /** The own roster entry, and what else is kept. */
  view(who: Grants['kader']): Promise<{ kader: Kader; facts: KeptFacts }>;
  /** Corrects the spelling of the own name at once. */
  correctName(who: Grants['kader'], name: string): Promise<NameOutcome>;
  /** Takes the number of the person's own contact, for which Telegram vouches. */
  changeNumber(who: Grants['kader'], phone: Phone): Promise<NumberOutcome>;
}

/** The use cases of /profil on these ports. */
export function createProfileService({ db, transact, clock }: Ports): ProfileService {
  return {
    async view({ kader: { id }, accountId }) {
      const kader = existing(await findKader(db, id), id);
      return { kader, facts: await readKeptFacts(db, accountId, id) };
    },

    correctName: ({ accountId, kader: { id } }, name) =>
      transact(async (tx) => {
        const kader = existing(await findKader(tx, id), id);
        if (kader.name === name) return { ok: false, reason: 'unchanged' };
        if (sameName(kader.name, name) === 'different')
          return { ok: false, reason: 'other_name', kader };
        const now = clock.now();
        await updateKader(tx, id, { name, nameKey: nameKey(name) }, now);
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'profile.name',
          subject: `kader:${id}`,
          before: auditedEntry(kader),
          after: auditedEntry({ ...kader, name }),
        });
        return { ok: true, name };
      }),

    changeNumber: ({ accountId, kader: { id } }, phone) =>
      transact(async (tx) => {
        const kader = existing(await findKader(tx, id), id);
        const holder = await findByPhone(tx, phone);
        if (holder?.id === id) return { ok: false, reason: 'unchanged' };
        if (holder !== null) return { ok: false, reason: 'held_by_another', kader };
        const now = clock.now();
        await updateKader(tx, id, { phone }, now);
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'profile.number',
          subject: `kader:${id}`,
          before: auditedEntry(kader),
          after: auditedEntry({ ...kader, phone }),
        });
        return { ok: true, phone };
      }),
  };
}

function existing(kader: Kader | null, id: number): Kader {
  if (kader === null) throw new Error(`kader ${id} is linked to an account and not on the roster`);
  return kader;
}
