import { expect, it } from 'vitest';
import { invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

/** Siti, invited to one coming training. */
async function invited() {
  const world = await startWorld();
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Cimone' });
  await invitedTraining(world);
  siti.looksAway();
  const standing = async () => {
    const { answer, answerReason } = await world.db.invitation.findFirstOrThrow({
      where: { kader: { name: 'Siti Aminah' } },
    });
    return [answer, answerReason];
  };
  return { world, siti, standing };
}

it.each([
  ['siap hadir bu', 'HADIR', null, '✅ Hadir'],
  ['insyaallah dtg pak', 'HADIR', null, '✅ Hadir'],
  ['maaf ga bisa ikut bu 🙏', 'TIDAK_HADIR', null, '❌ Tidak hadir'],
  ['mohon izin bu, anak sakit', 'IZIN', 'anak sakit', '🙏 Izin: anak sakit'],
  ['bukannya ga bisa bu, cuma agak telat datengnya', 'HADIR', null, '✅ Hadir'],
  ['saya ga bisa, diwakilkan bu Tuti', 'IZIN', 'diwakili bu Tuti', 'diwakili bu Tuti'],
])('records %j and says so, with one tap to mend it', async (said, choice, reason, shown) => {
  const { siti, standing } = await invited();
  await siti.says(said);
  const receipt = siti.sees('Dicatat untuk');
  expect(receipt.text).toContain(shown);
  expect(await standing()).toEqual([choice, reason]);
  await siti.taps(choice === 'HADIR' ? 'Tidak hadir' : 'Hadir');
  siti.sees('Jawaban Bapak/Ibu');
  expect(await standing()).toEqual([choice === 'HADIR' ? 'TIDAK_HADIR' : 'HADIR', null]);
});

it.each([
  ['mungkin hadir bu', 'belum saya catat'],
  ['kalau tidak hujan', 'belum saya catat'],
  ['tempatnya dimana bu?', 'Ini keterangan acaranya'],
  ['terima kasih infonya bu', 'mohon tekan salah satu tombol'],
])('records nothing for %j, and helps', async (said, help) => {
  const { siti, standing } = await invited();
  await siti.says(said);
  siti.sees(help);
  expect(siti.buttons.slice(0, 3)).toEqual(['Hadir', 'Tidak hadir', 'Izin']);
  expect(await standing()).toEqual([null, null]);
});

it('returns a greeting and a thank-you once the answer is known', async () => {
  const { siti, standing } = await invited();
  await siti.says('siap hadir bu');
  siti.looksAway();
  await siti.says('terima kasih bu');
  siti.sees('Sama-sama');
  await siti.says('assalamualaikum');
  siti.sees('Waalaikumsalam');
  await siti.says('seragamnya kekecilan');
  siti.sees('tetap ✅ Hadir');
  expect(await standing()).toEqual(['HADIR', null]);
});

it('answers a question about money where one is asked', async () => {
  const { siti, standing } = await invited();
  await siti.says('insentif april udah cair blm bu');
  siti.sees(/April 2024/);
  expect(await standing()).toEqual([null, null]);
});

it('keeps the last word, and the history of both', async () => {
  const { world, siti, standing } = await invited();
  await siti.says('siap hadir');
  siti.sees('✅ Hadir');
  await siti.says('eh maaf bu ga jadi, ada acara keluarga');
  siti.sees('🙏 Izin: ada acara keluarga');
  expect(await standing()).toEqual(['IZIN', 'ada acara keluarga']);
  const history = await world.db.answerEntry.findMany({ orderBy: { id: 'asc' } });
  expect(history.map(({ answer, via }) => [answer, via])).toEqual([
    ['HADIR', 'TEXT'],
    ['IZIN', 'TEXT'],
  ]);
});

it('asks which event is meant when there are several, and takes a reply for the one replied to', async () => {
  const { world, siti, standing } = await invited();
  await invitedTraining(world, { title: 'Rapat Bulanan' });
  siti.looksAway();
  await siti.says('siap hadir');
  siti.sees('untuk acara yang mana?');
  expect(await standing()).toEqual([null, null]);
  await siti.says('siap hadir', /Rapat Bulanan/);
  siti.sees(/Dicatat untuk Rapat Bulanan/);
});

it('does not take words for an answer where nothing is coming', async () => {
  const world = await startWorld();
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Cimone' });
  await siti.says('siap hadir bu');
  siti.sees('belum mengerti');
});
