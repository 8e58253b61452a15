/** A city whose people are all invited, registered, and about to come. */
import { wallCode, wallParameter } from '../../src/features/check-in/wall-code.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import type { Wilayah } from '../../src/features/wilayah/rules.ts';
import { nameKey } from '../../src/language/names.ts';
import type { Db } from '../../src/platform/database.ts';

/** An event that is open for check-in. */
export interface OpenEvent {
  eventId: number;
  /** Of the staff member who opened it. */
  accountId: number;
  /** The link in the code on the wall at an instant, as a phone's camera reads it. */
  linkAt(at: Date): string;
}

const key = 'the-secret-of-the-wall-in-the-benchmark';

/**
 * Fills an empty, migrated database.
 *
 * @param firstPerson the Telegram number of the first of them; the others follow
 */
export async function fillVenue(
  db: Db,
  wilayah: Wilayah,
  { people, firstPerson, now }: { people: number; firstPerson: number; now: Date },
): Promise<OpenEvent> {
  const { id: accountId } = await db.account.create({
    data: { telegramId: 1n, firstName: 'Dewi Kartika', consentAt: now, createdAt: now },
  });
  await db.grant.create({ data: { accountId, role: 'STAFF', grantedAt: now } });
  const numbers = Array.from({ length: people }, (_, place) => place);
  await db.kader.createMany({
    data: numbers.map((place) => {
      const area = wilayah.kelurahan[place % wilayah.kelurahan.length];
      const name = `Kader ${place}`;
      return {
        name,
        nameKey: nameKey(name),
        jabatan: 'PSM' as const,
        kecamatanCode: area?.kecamatanCode ?? '',
        kelurahanCode: area?.code ?? null,
        createdAt: now,
        updatedAt: now,
      };
    }),
  });
  const kader = await db.kader.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  await db.account.createMany({
    data: kader.map(({ id }, place) => ({
      telegramId: BigInt(firstPerson + place),
      // As the simulator's crowd is called.
      firstName: `Warga ${place + 1}`,
      consentAt: now,
      createdAt: now,
      kaderId: id,
      linkedAt: now,
    })),
  });
  const { id: eventId } = await db.event.create({
    data: {
      title: 'Pembinaan PSM dan TKSK',
      startsAt: new Date(now.getTime() + 1_800_000),
      place: 'TCC, Cimone',
      audience: everyone,
      answerDeadline: now,
      status: 'OPEN',
      createdById: accountId,
      createdAt: now,
      invitedAt: now,
      checkInOpenedAt: now,
      checkInKey: key,
    },
  });
  await db.invitation.createMany({
    data: kader.map(({ id }) => ({ eventId, kaderId: id, createdAt: now })),
  });
  return {
    eventId,
    accountId,
    linkAt: (at) =>
      `https://t.me/kader_bot?start=${wallParameter(eventId, wallCode(key, eventId, at))}`,
  };
}
