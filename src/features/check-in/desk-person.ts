import type { Tx } from '../../platform/database.ts';
import { serverSecret } from '../../platform/server-secret.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { readCard } from './card-code.ts';
import type { NewCheckIn } from './repository.ts';
import { findAttendee } from './roster-repository.ts';
import type { Attendee, CheckInVia } from './rules.ts';
import type { DeskPerson } from './schema.ts';

export type Identified =
  | { ok: true; who: NewCheckIn['who']; attendee: Attendee; via: CheckInVia }
  | { ok: false; reason: 'unknown_person' | 'bad_card' };

/** Whom a desk means: somebody on the roster, whoever holds a card, or a guest with an area that the city knows. */
export async function identify(tx: Tx, wilayah: Wilayah, person: DeskPerson): Promise<Identified> {
  if (person.by === 'guest') {
    const { name, jabatan } = person;
    const guest = { name, jabatan, ...knownArea(person, wilayah) };
    return { ok: true, who: guest, attendee: guest, via: 'DESK' };
  }
  const isCard = person.by === 'card';
  const kaderId = isCard ? readCard(person.code, await serverSecret(tx)) : person.kaderId;
  if (kaderId === null) return { ok: false, reason: 'bad_card' };
  const attendee = await findAttendee(tx, kaderId);
  if (attendee === null) return { ok: false, reason: 'unknown_person' };
  return { ok: true, who: { kaderId }, attendee, via: isCard ? 'CARD' : 'DESK' };
}

/** A guest's area as far as the city knows it; one of elsewhere is none. */
function knownArea(
  said: { kecamatanCode: string | null; kelurahanCode: string | null },
  wilayah: Wilayah,
): Pick<Attendee, 'kecamatanCode' | 'kelurahanCode'> {
  const kelurahan = wilayah.findKelurahan(said.kelurahanCode ?? '');
  if (kelurahan !== null)
    return { kecamatanCode: kelurahan.kecamatanCode, kelurahanCode: kelurahan.code };
  const kecamatan = wilayah.findKecamatan(said.kecamatanCode ?? '');
  return { kecamatanCode: kecamatan?.code ?? null, kelurahanCode: null };
}
