import { describe, expect, it } from 'vitest';
import { wholeDays } from '../../src/features/event/rules.ts';
import { historyOf, karawaci } from '../support/recording.ts';
import { eventsOf, sheetsOf } from '../support/training.ts';

describe('what was recorded', () => {
  it('a kader with Telegram is told once, and puts a wrong one right with one tap', async () => {
    const { world, siti, ani } = await karawaci();
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.says('siti');
    await ani.taps('Hadir');
    expect(ani.message(/Dicatat untuk Siti Aminah/).text).toContain(
      'Siti Aminah saya kabari di Telegram',
    );
    ani.looksAway();
    const told = siti.sees(/Bu Ani mencatat jawaban Bapak\/Ibu untuk Pembinaan/);
    expect(told.text).toContain('✅ Hadir\n\nSalah? Tekan yang benar.');
    expect(siti.buttons).toEqual(['✔️ Hadir', 'Tidak hadir', 'Izin']);

    await ani.tapsAtOnce('Hadir', 2);
    ani.sees(/Jawaban Siti Aminah memang sudah ✅ Hadir/);
    siti.seesNothing();

    await siti.says('/agenda');
    siti.sees(/Jawaban Bapak\/Ibu: ✅ Hadir \(dicatat oleh Bu Ani\)/);
    await siti.taps('Tidak hadir', /mencatat jawaban/);
    expect(siti.sees(/Jawaban Bapak\/Ibu: ❌ Tidak hadir/).text).not.toContain('dicatat oleh');
    expect(await historyOf(world, 'Siti Aminah')).toEqual([
      'HADIR STAFF Bu Ani',
      'TIDAK_HADIR BUTTON Siti Aminah',
    ]);
  });

  it('who repeats what was recorded for them makes it their own', async () => {
    const { world, siti, ani } = await karawaci();
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.says('siti');
    await ani.taps('Hadir');
    ani.looksAway();
    siti.sees(/Bu Ani mencatat/);
    await siti.taps('Hadir');
    expect(siti.sees(/Jawaban Bapak\/Ibu: ✅ Hadir/).text).not.toContain('dicatat oleh');
    expect(await historyOf(world, 'Siti Aminah')).toHaveLength(2);
  });

  it('at night the kader is told in the morning, and only what holds then', async () => {
    const { world, siti, ani } = await karawaci('2024-05-10T21:00');
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.says('siti');
    await ani.taps('Hadir');
    await ani.taps('Tidak hadir');
    ani.looksAway();
    siti.seesNothing();
    await world.advanceTo('2024-05-11T06:00');
    siti.sees(/Bu Ani mencatat jawaban Bapak\/Ibu[\s\S]*❌ Tidak hadir/);
    siti.seesNothing();
  });

  it('an answer stays on the invitation when time or place changes', async () => {
    const { world, siti, ani, eventId } = await karawaci('2024-05-10T09:00', {
      deadline: wholeDays(1),
    });
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.says('siti');
    await ani.taps('Hadir');
    ani.looksAway();
    siti.looksAway();
    await eventsOf(world).change(1, eventId, { place: 'Aula Dinsos' });
    await world.settle();
    siti.sees(/📩 Undangan[\s\S]*Aula Dinsos[\s\S]*✅ Hadir \(dicatat oleh Bu Ani\)/);
    siti.sees(/Jawaban Bapak\/Ibu tetap: ✅ Hadir \(dicatat oleh Bu Ani\)/);
  });
});

describe('the recap', () => {
  it('says who recorded an answer, in the names and in the file', async () => {
    const { world, ani } = await karawaci();
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.taps('Dewi');
    await ani.taps('Hadir');
    await ani.says('/rekap');
    await ani.taps('Pembinaan');
    await ani.taps('Bugel');
    expect(ani.message(/✅ Dewi Lestari/).text).toContain('✅ Dewi Lestari (dicatat oleh Bu Ani)');
    await ani.taps('Kembali');
    await ani.taps('Unduh XLSX');
    ani.looksAway();
    const [, names] = await sheetsOf(world, ani.message(/Rekap Pembinaan/));
    const column = names?.rows[0]?.indexOf('Dicatat oleh') ?? -1;
    expect(names?.rows.find(([name]) => name === 'Dewi Lestari')?.[column]).toBe('Bu Ani');
    expect(names?.rows.find(([name]) => name === 'Dedi')?.[column] ?? '').toBe('');
  });
});

describe('a substitute', () => {
  it('is recorded by name, said back, and stands in the recap', async () => {
    const { world, siti, ani } = await karawaci();
    await siti.says('maaf saya tidak bisa, diwakili Bu Rina', /Undangan/);
    siti.sees(/Dicatat untuk Pembinaan PSM dan TKSK: 🙏 Izin: diwakili Bu Rina/);
    await ani.says('/rekap');
    await ani.taps('Pembinaan');
    await ani.taps('Unduh XLSX');
    ani.looksAway();
    const [, names] = await sheetsOf(world, ani.message(/Rekap Pembinaan/));
    expect(names?.rows.find(([name]) => name === 'Siti Aminah')).toContain('diwakili Bu Rina');
  });
});
