/** Names of places are often ordinary words: Petir is thunder, Pondok a boarding school. */
import { expect, test } from 'vitest';
import { understandReply } from '../../../src/language/replies/understand-reply.ts';
import { areasOf } from '../place-names/areas.ts';

const SIGNED: readonly (readonly [string, string])[] = [
  ['PSM # hadir', 'hadir'],
  ['Siti PSM # tidak hadir', 'tidak_hadir'],
  ['# siap bu', 'hadir'],
  ['Kelurahan # 3 orang hadir', 'hadir'],
  ['saya Rohmah dari # izin tidak hadir', 'tidak_hadir'],
  ['Yani # ga bisa hadir bu', 'tidak_hadir'],
  ['ga bisa hadir. Yani #', 'tidak_hadir'],
  ['saya Yani PSM # tidak bisa hadir karena anak sakit', 'izin'],
  ['Nama: Yani\nKelurahan: #\nStatus: tidak hadir', 'tidak_hadir'],
  ['mewakili # saya hadir', 'hadir'],
  ['saya psm # mau tanya honor kapan cair', 'insentif'],
  ['saya kader # mau tanya acaranya jam berapa', 'tanya'],
  ['saya dari # belum tau bisa apa engga', 'ragu'],
];

test('no kelurahan or kecamatan of the city changes the answer it is signed with', async () => {
  const { kecamatan, kelurahan } = await areasOf('36.71');
  const names = [...kecamatan, ...kelurahan].flatMap(({ name }) => [name, name.toLowerCase()]);
  const wrong = SIGNED.flatMap(([pattern, label]) =>
    names
      .map((name) => pattern.replace('#', name))
      .filter((text) => understandReply(text).label !== label),
  );
  expect(wrong).toEqual([]);
});
