import { sameName } from '../../language/names.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Phone } from '../../platform/phone.ts';
import { actorOfAccount, giveConsent } from '../access/repository.ts';
import type { Actor } from '../access/rules.ts';
import type { ApplicationDeps } from '../application/letters.ts';
import { linkToRoster } from '../application/linking.ts';
import type { Application } from '../application/rules.ts';
import { withdrawWaiting } from '../application/withdrawal.ts';
import type { Kader } from '../kader/repository.ts';
import { findByPhone, findKader, listKader } from '../kader/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import type { CompleteAnswers } from './rules.ts';

/** Enough to find oneself, too few to read the roster of a kelurahan by trying names. */
const mostNamesakes = 4;

/** Whom a number belongs to on the roster. */
type NumberMatch =
  | { is: 'unknown' }
  /** Nobody has registered with this entry yet. */
  | { is: 'free'; kader: Kader }
  /** Registered from another Telegram account. */
  | { is: 'taken'; kader: Kader };

type ConfirmOutcome =
  /** `actor` is who they are from now on. */
  | { ok: true; kader: Kader; actor: Actor }
  /** The roster is not what it was when they were asked. */
  | { ok: false; reason: 'roster_changed' }
  | { ok: false; reason: 'already_registered' };

/** The use cases of whoever registers. */
export interface RegistrationService {
  /** Notes that they agreed to what the bot keeps; the first time counts. */
  consent(actor: Actor): Promise<void>;
  /** Whom the number belongs to on the roster; people who left the roster are nobody's match. */
  matchNumber(phone: Phone): Promise<NumberMatch>;
  /** "That is me": links the account at once, since Telegram vouches for the number. */
  confirm(actor: Actor, kaderId: number, phone: Phone): Promise<ConfirmOutcome>;
  /** People on the roster of that area who may be whoever gave these answers, the likeliest first. */
  namesakes(answers: CompleteAnswers): Promise<Kader[]>;
  /** One roster entry, for showing it; null when it is gone. */
  entry(kaderId: number): Promise<Kader | null>;
  /** Whether somebody who waits to be put on the roster was put there by others in the meantime. */
  isListedMeanwhile(application: Application): Promise<boolean>;
  /** Sends the command menu again, for somebody who begins anew. */
  renewMenu(actor: Actor): Promise<void>;
}

/** The registration use cases on these parts. */
export function createRegistrationService(deps: ApplicationDeps): RegistrationService {
  const { ports, letters } = deps;
  const { db, transact, clock } = ports;

  return {
    consent: (actor) => transact((tx) => giveConsent(tx, actor.accountId, clock.now())),

    async matchNumber(phone) {
      const kader = await findByPhone(db, phone);
      if (kader === null || kader.status === 'LEFT') return { is: 'unknown' };
      return { is: kader.account === null ? 'free' : 'taken', kader };
    },

    confirm: ({ accountId }, kaderId, phone) =>
      transact(async (tx) => {
        const actor = await actorOfAccount(tx, accountId);
        if (actor?.kader != null) return { ok: false, reason: 'already_registered' };
        const kader = await findByPhone(tx, phone);
        if (kader?.id !== kaderId || kader.status === 'LEFT' || kader.account !== null)
          return { ok: false, reason: 'roster_changed' };
        await withdrawWaiting(tx, deps, accountId);
        const now = clock.now();
        await linkToRoster(tx, deps, { accountId, kaderId, cause: `confirm:${now.getTime()}` });
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'registration.confirm',
          subject: `kader:${kaderId}`,
          after: { accountId },
        });
        const registered = await actorOfAccount(tx, accountId);
        if (registered === null)
          throw new Error(`account ${accountId} vanished while it registered`);
        return { ok: true, kader, actor: registered };
      }),

    async namesakes({ name, jabatan, kecamatanCode, kelurahanCode }) {
      const there = await listKader(
        db,
        jabatan === 'PSM' ? { kelurahanCode } : { jabatan, kecamatanCode },
      );
      const same = there.filter((kader) => sameName(kader.name, name) === 'same');
      const similar = there.filter((kader) => sameName(kader.name, name) === 'similar');
      return [...same, ...similar].slice(0, mostNamesakes);
    },

    entry: (kaderId) => findKader(db, kaderId),

    async isListedMeanwhile({ kind, name, phone }) {
      const kader = kind === 'NEW' && phone !== null ? await findByPhone(db, phone) : null;
      if (kader === null || kader.status === 'LEFT' || kader.account !== null) return false;
      return sameName(kader.name, name) !== 'different';
    },

    renewMenu: (actor) =>
      transact(async (tx) => {
        const now = clock.now();
        const key = `menu:${actor.accountId}:${now.getTime()}`;
        await enqueue(tx, [letterTo(actor.telegramId, key, letters.menu(actor), now)], now);
      }),
  };
}
