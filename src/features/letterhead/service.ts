import { createHash } from 'node:crypto';
import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import { printPicture } from '../../platform/print-picture.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { regencyName } from '../wilayah/service.ts';
import { type LogoReading, readLogo } from './logo.ts';
import { findLogo, keepLogo, readSetLetterhead, writeSetLetterhead } from './repository.ts';
import { defaultLetterhead, type FieldReading, readField, type TypedField } from './rules.ts';
import {
  type Letterhead,
  type LetterheadField,
  letterheadSchema,
  type SetLetterhead,
} from './schema.ts';

export type LogoOutcome =
  | { ok: true; letterhead: Letterhead }
  | Extract<LogoReading, { ok: false }>
  | { ok: false; reason: 'damaged' };

export type FieldOutcome =
  | { ok: true; letterhead: Letterhead }
  | Extract<FieldReading, { ok: false }>;

/** The head of every paper and who signs it. */
export interface LetterheadService {
  /** As it is printed now: what was set, the rest from the regency's name. */
  current(): Promise<Letterhead>;
  /** Sets what was typed for a field. */
  setField(accountId: number, field: TypedField, typed: string): Promise<FieldOutcome>;
  /** Sets the logo, once it is sure that it can be printed. */
  setLogo(accountId: number, bytes: Buffer): Promise<LogoOutcome>;
  /** Lets a field be what follows from the regency again. */
  clear(accountId: number, field: LetterheadField): Promise<Letterhead>;
  /** The picture of a logo by its hash, ready for print; null when there is none. */
  logo(hash: string | null): Promise<Buffer | null>;
}

export function createLetterheadService(
  { db, transact, clock }: Ports,
  wilayah: Wilayah,
): LetterheadService {
  const regencyCode = wilayah.kecamatan[0]?.code.split('.').slice(0, 2).join('.') ?? '';

  async function withDefaults(set: SetLetterhead): Promise<Letterhead> {
    const regency = (await regencyName(regencyCode)) ?? '';
    return letterheadSchema.parse({ ...defaultLetterhead(regency), ...set });
  }

  function change(
    accountId: number,
    alter: (set: SetLetterhead) => SetLetterhead,
    also: (tx: Tx) => Promise<void> = async () => {},
  ): Promise<Letterhead> {
    return transact(async (tx) => {
      const before = await readSetLetterhead(tx);
      const after = alter(before);
      if (JSON.stringify(after) === JSON.stringify(before)) return withDefaults(after);
      await also(tx);
      await writeSetLetterhead(tx, after);
      await writeAudit(tx, {
        at: clock.now(),
        accountId,
        action: 'letterhead.change',
        subject: 'letterhead',
        before,
        after,
      });
      return withDefaults(after);
    });
  }

  return {
    current: async () => withDefaults(await readSetLetterhead(db)),

    async setField(accountId, field, typed) {
      const reading = readField(field, typed);
      if (!reading.ok) return reading;
      const letterhead = await change(accountId, (set) => ({ ...set, ...reading.change }));
      return { ok: true, letterhead };
    },

    async setLogo(accountId, bytes) {
      const reading = readLogo(bytes);
      if (!reading.ok) return reading;
      const printed = await printPicture(bytes, reading);
      if (printed === null) return { ok: false, reason: 'damaged' };
      const logo = createHash('sha256').update(printed).digest('hex');
      const letterhead = await change(
        accountId,
        (set) => ({ ...set, logo }),
        (tx) => keepLogo(tx, logo, printed),
      );
      return { ok: true, letterhead };
    },

    clear: (accountId, field) =>
      change(accountId, (set) => {
        const { [field]: _cleared, ...others } = set;
        return others;
      }),

    logo: async (hash) => (hash === null ? null : findLogo(db, hash)),
  };
}
