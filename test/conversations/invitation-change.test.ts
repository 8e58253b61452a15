import { describe, expect, it } from 'vitest';
import { invitedCity } from '../support/inviting.ts';
import type { Person } from '../support/person.ts';

/** Staff open the card of the event. */
async function opens(staff: Person): Promise<void> {
  await staff.says('/acara');
  await staff.taps('Pembinaan');
}

/** Staff say that they want to change a field, and are asked for it. */
async function changes(staff: Person, field: string): Promise<void> {
  await opens(staff);
  await staff.taps('Ubah');
  await staff.taps(field);
  staff.looksAway();
}

describe('after the invitations went out', () => {
  it('another time or place is confirmed first, and then told to the invited', async () => {
    const { staff, siti, agus } = await invitedCity();
    await siti.taps('Hadir');
    siti.looksAway();
    await opens(staff);
    await staff.taps('Ubah');
    staff.looksAway();
    expect(staff.buttons).toEqual([
      'Judul',
      'Tanggal',
      'Pukul',
      'Tempat',
      'Batas jawab',
      '⬅️ Kembali',
    ]);
    await staff.taps('Tempat');
    staff.sees(/Di mana tempatnya/);
    await staff.says('Aula Dinsos, lantai 2');
    const confirm = staff.sees(/Tempat diubah/);
    expect(confirm.text).toContain('Dari: Tangerang Convention Center (TCC), Cimone');
    expect(confirm.text).toContain('Menjadi: Aula Dinsos, lantai 2');
    expect(confirm.text).toContain('2 orang yang diundang akan diberi tahu');
    siti.seesNothing();

    await staff.tapsAtOnce('Simpan dan beri tahu', 2);
    staff.sees(/Tempat sudah diubah. 2 orang sedang diberi tahu/);
    staff.looksAway();
    siti.sees(/📩 Undangan/);
    const told = siti.sees(/Ada perubahan acara/);
    expect(told.text).toContain('📍 Aula Dinsos, lantai 2');
    expect(told.text).toContain('Jawaban Bapak/Ibu tetap: ✅ Hadir');
    siti.seesNothing();
    agus.sees(/📩 Undangan/);
    agus.sees(/Ada perubahan acara/);
    await agus.taps('Tidak hadir', /Ada perubahan/);
    agus.sees(/❌ Tidak hadir/);
  });

  it('another title is corrected without disturbing anybody', async () => {
    const { staff, siti } = await invitedCity();
    await changes(staff, 'Judul');
    await staff.says('Bimbingan teknis PSM');
    staff.sees(/Bimbingan teknis PSM/);
    siti.seesNothing();
    await siti.taps('Hadir');
    siti.sees(/Bimbingan teknis PSM/);
  });

  it('a new day may bring its time along, and takes the deadline with it', async () => {
    const { staff, siti, agus } = await invitedCity();
    await changes(staff, 'Tanggal');
    await staff.says('15 Mei 2024 jam 13.00 - 15.00');
    const confirm = staff.sees(/Tanggal diubah/);
    expect(confirm.text).toContain('Dari: Rabu, 22 Mei 2024, 08.00–12.00 WIB');
    expect(confirm.text).toContain('Menjadi: Rabu, 15 Mei 2024, 13.00–15.00 WIB');
    expect(confirm.text).toContain(
      'Batas jawab ikut pindah ke Selasa, 14 Mei 2024 pukul 23.59 WIB',
    );
    await staff.taps('Simpan dan beri tahu');
    staff.looksAway();
    siti.sees(/📩 Undangan/);
    expect(siti.sees(/Ada perubahan acara/).text).toContain(
      'Rabu, 15 Mei 2024 pukul 13.00–15.00 WIB',
    );
    agus.looksAway();
  });

  it('going back from a change changes nothing', async () => {
    const { staff, siti } = await invitedCity();
    await changes(staff, 'Pukul');
    await staff.says('10.00');
    staff.looksAway();
    await staff.taps('Tidak jadi');
    expect(staff.sees(/Undangan dikirim/).text).toContain('pukul 08.00–12.00 WIB');
    siti.seesNothing();
  });

  it('the event can be cancelled after a question, and the invited are told', async () => {
    const { world, staff, siti, agus } = await invitedCity();
    await opens(staff);
    await staff.taps('Batalkan acara');
    staff.sees(/Batalkan Pembinaan PSM dan TKSK\? Semua yang diundang/);
    await staff.taps('Tidak jadi');
    staff.sees(/Undangan dikirim/);
    await staff.taps('Batalkan acara', /Undangan dikirim/);
    staff.looksAway();
    await staff.tapsAtOnce('Ya, batalkan acara', 2);
    staff.sees(/Acara dibatalkan\. 2 orang sedang diberi tahu/);
    staff.looksAway();
    for (const kader of [siti, agus]) {
      expect(kader.sees(/Acara dibatalkan/).text).toContain('Bapak/Ibu tidak perlu datang');
      kader.seesNothing();
    }
    expect(await world.db.event.findMany()).toMatchObject([{ status: 'CANCELLED' }]);
  });
});
