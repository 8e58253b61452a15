import { describe, expect, it } from 'vitest';
import { openDesk } from '../support/hall.ts';

const siti = { name: 'Hj. Siti Aminah, S.Sos.', kelurahan: 'Bugel' };

describe('people whom nobody invited, at the desk in chat', () => {
  it('somebody on the roster who is not invited is a walk-in, with a reason', async () => {
    const { world, agus, records } = await openDesk([siti]);
    await world.onRoster({ name: 'Rahmat Hidayat', kelurahan: 'Cimone' });
    await agus.says('rah');
    agus.sees(/▫️ = tidak ada di daftar undangan/);
    expect(agus.buttons[0]).toBe('▫️ Rahmat Hidayat · Cimone');
    await agus.taps('Rahmat Hidayat');
    agus.sees(/Rahmat Hidayat tidak ada di daftar undangan/);
    expect(await records()).toHaveLength(0);
    await agus.taps('Menggantikan yang diundang');
    agus.sees(/nomor urut 1\s+Rahmat Hidayat[\s\S]*Tanpa undangan: Menggantikan yang diundang/);
    expect(await records()).toMatchObject([
      { walkIn: true, walkInReason: 'Menggantikan yang diundang', name: null },
    ]);
  });

  it('a guest on no list: name, kelurahan, reason; two taps on the reason are one guest', async () => {
    const { world, agus, records } = await openDesk([siti]);
    await agus.says('lastri');
    agus.sees(/Tidak ada nama yang cocok/);
    await agus.taps('Tidak ada di daftar');
    agus.sees(/nama lengkap/);
    await agus.says('08123');
    agus.sees(/ketik nama lengkapnya saja/);
    await agus.sendsSticker();
    agus.sees(/ketik nama lengkapnya saja/);
    await agus.says('lastri handayani');
    agus.sees(/Lastri Handayani dari kelurahan mana/);
    await agus.says('12');
    agus.sees(/tidak ada di daftar wilayah/);
    await agus.sendsSticker();
    agus.sees(/dari kelurahan mana/);
    await agus.says('karawaci');
    agus.sees(/"karawaci": yang mana maksudnya/);
    await agus.taps('Kel. Karawaci (Kec. Karawaci)');
    agus.sees(/Lastri Handayani tidak ada di daftar undangan/);
    await agus.taps('Alasan lain');
    agus.sees(/Ketik alasannya/);
    await agus.says('x');
    agus.sees(/diketik singkat/);
    await agus.says('mendampingi anggota');
    agus.sees(
      /nomor urut 1\s+Lastri Handayani\s+Kelurahan Karawaci\s+Tanpa undangan: mendampingi anggota/,
    );
    expect(await records()).toMatchObject([
      {
        kaderId: null,
        name: 'Lastri Handayani',
        walkIn: true,
        ...world.area({ kelurahan: 'Karawaci' }),
      },
    ]);

    await agus.taps('Tidak ada di daftar');
    await agus.says('Tamu Jauh');
    await agus.taps('Dari luar kota');
    agus.looksAway();
    await agus.tapsAtOnce('Diminta datang', 2);
    agus.looksAway();
    expect(await records()).toMatchObject([{ number: 1 }, { number: 2, kecamatanCode: null }]);
  });

  it('a guest of the same name and kelurahan is asked about before being recorded too', async () => {
    const { agus, records } = await openDesk([siti]);
    const guest = async (name: string, kelurahan: string) => {
      await agus.taps('Tidak ada di daftar');
      await agus.says(name);
      await agus.says(kelurahan);
    };
    await guest('Muhammad Ridwan', 'cimone');
    await agus.taps('Diminta datang');
    agus.looksAway();
    await guest('Muhammad Ridwan', 'bugel');
    agus.sees(/Kenapa datang/);
    agus.looksAway();

    await guest('Mohamad Ridwan', 'cimone');
    agus.sees(
      /Sudah ada tamu dengan nama itu: Muhammad Ridwan, nomor 1, 07\.30 WIB\.\s+Catat juga\?/,
    );
    agus.looksAway();
    await agus.taps('Orang yang sama');
    agus.sees(/tidak dicatat dua kali/);
    expect(await records()).toHaveLength(1);

    await guest('Mohamad Ridwan', 'cimone');
    agus.looksAway();
    await agus.taps('Orang lain, catat juga');
    agus.sees(/Kenapa datang/);
    await agus.taps('Diminta datang', /Mohamad Ridwan/);
    agus.sees(/nomor urut 2\s+Mohamad Ridwan/);
    expect(await records()).toHaveLength(2);
  });

  it('a reason under the question about somebody else records nobody', async () => {
    const { world, agus, records } = await openDesk([siti]);
    await world.onRoster({ name: 'Rahmat Hidayat', kelurahan: 'Cimone' });
    await world.onRoster({ name: 'Zainal Arifin', kelurahan: 'Cimone' });
    for (const name of ['Rahmat', 'Zainal']) {
      await agus.says(name);
      await agus.taps(`▫️ ${name}`);
    }
    agus.looksAway();
    await agus.taps('Diminta datang', /Rahmat/);
    agus.sees(/pencatatan yang sudah lewat/);
    expect(await records()).toHaveLength(0);
    await agus.taps('Diminta datang', /Zainal/);
    agus.sees(/nomor urut 1\s+Zainal/);
  });

  it('a restart in the middle loses neither the desk nor the half-told guest; /batal drops them', async () => {
    const { world, agus, records } = await openDesk([siti]);
    await agus.taps('Tidak ada di daftar');
    await agus.says('Lastri Handayani');
    agus.looksAway();
    await world.restart();
    await agus.says('cimone');
    agus.sees(/Lastri Handayani tidak ada di daftar undangan/);
    await agus.says('/batal');
    agus.sees(/dibatalkan/);
    await agus.taps('Diminta datang');
    agus.sees(/pencatatan yang sudah lewat/);
    expect(await records()).toHaveLength(0);
  });

  it('the second of two taps wipes out neither the next question nor what was recorded', async () => {
    const { agus, records } = await openDesk([siti]);
    for (const name of ['Tamu Jauh', 'Tamu Jauh']) {
      await agus.taps('Tidak ada di daftar');
      await agus.says(name);
      agus.looksAway();
      await agus.tapsAtOnce('Dari luar kota', 2);
      if ((await records()).length > 0) {
        agus.sees(/Sudah ada tamu dengan nama itu/);
        await agus.tapsAtOnce('Orang lain, catat juga', 2);
      }
      agus.sees(/Kenapa datang/);
      await agus.tapsAtOnce('Diminta datang', 2);
      agus.sees(/✅ Hadir 07\.30 WIB, nomor urut \d\s+Tamu Jauh/);
      agus.seesNothing();
    }
    expect(await records()).toMatchObject([{ number: 1 }, { number: 2 }]);
  });

  it('a guest who is on the roster under that name is offered first, and is no uninvited one', async () => {
    const { agus, records } = await openDesk([siti]);
    const asGuest = async () => {
      await agus.taps('Tidak ada di daftar');
      await agus.says('Siti Aminah');
      await agus.says('bugel');
      agus.sees(/Siti Aminah dari wilayah itu ada di daftar kader\. Orangnya yang ini\?/);
      agus.looksAway();
    };
    await asGuest();
    expect(agus.buttons).toEqual(['Hj. Siti Aminah, S.Sos. · Bugel', 'Orang lain, catat juga']);
    await agus.taps('Hj. Siti Aminah');
    agus.sees(/nomor urut 1\s+Hj\. Siti Aminah/);
    expect(await records()).toMatchObject([{ walkIn: false }]);

    await asGuest();
    expect(agus.buttons[0]).toBe('✅ Hj. Siti Aminah, S.Sos. · no. 1');
    await agus.taps('Orang lain, catat juga');
    await agus.taps('Diminta datang');
    const card = agus.sees(/nomor urut 2\s+Siti Aminah/);
    expect(card.text).not.toContain('Mungkin dobel');
  });

  it('an old button for a guest says at once that check-in is closed', async () => {
    const { agus } = await openDesk([siti]);
    await agus.taps('Tutup absen');
    agus.looksAway();
    await agus.taps('Tidak ada di daftar');
    agus.sees(/sudah ditutup/);
  });
});

describe('a guest who seems to be there twice', () => {
  const rohmah = { by: 'guest', name: 'Siti Rohmah', jabatan: null } as const;

  /** A desk in chat, and another one whose device sends later. */
  async function twoDesks() {
    const opened = await openDesk([siti]);
    const { world, checkIn, eventId } = opened;
    const keeper = await opened.keeper();
    let made = 0;
    const sendsGuest = (kelurahan: string) => {
      made += 1;
      return checkIn.record(keeper, {
        eventId,
        person: { ...rohmah, ...world.area({ kelurahan }) },
        reason: 'Diminta datang',
        at: world.clock.now(),
        nonce: `guest-000${made}`,
      });
    };
    return { ...opened, sendsGuest };
  }

  it('is told to the desk that records the second, unless it had said that they are two', async () => {
    const { agus, sendsGuest, records } = await twoDesks();
    await agus.taps('Tidak ada di daftar');
    await agus.says('Siti Rohmah');
    await agus.says('cimone');
    agus.looksAway();
    await sendsGuest('Cimone');
    await agus.taps('Diminta datang');
    const card = agus.sees(/nomor urut 2\s+Siti Rohmah/);
    expect(card.text).toMatch(
      /Mungkin dobel: Siti Rohmah dari wilayah yang sama sudah tercatat 07\.30 WIB, nomor 1/,
    );
    await agus.taps('Urungkan');
    agus.sees(/Diurungkan: nomor urut 2/);

    await agus.taps('Tidak ada di daftar');
    await agus.says('Siti Rohmah');
    await agus.says('cimone');
    await agus.taps('Orang lain, catat juga');
    await agus.taps('Diminta datang');
    const knownApart = agus.sees(/nomor urut 3/);
    expect(knownApart.text).not.toContain('Mungkin dobel');
    agus.looksAway();
    expect((await records()).filter(({ undoneAt }) => undoneAt === null)).toHaveLength(2);
  });

  it('stands on the card of /absen, and one of them can be taken back, but never both', async () => {
    const { world, agus, sendsGuest, records, deeds } = await twoDesks();
    expect(await sendsGuest('Cimone')).toMatchObject({ ok: true, double: null });
    expect(await sendsGuest('Bugel')).toMatchObject({ ok: true, double: null });
    expect(await sendsGuest('Cimone')).toMatchObject({ ok: true, double: { number: 1 } });
    const wati = await world.officer('Wati', 'COORDINATOR', { kelurahan: 'Bugel' });
    await wati.says('/absen');
    await wati.taps('Pembinaan PSM');
    expect(wati.buttons).toEqual(['💬 Meja di chat', '🔄 Segarkan', '⬅️ Acara lain']);
    wati.looksAway();

    await agus.says('/absen');
    await agus.taps('Pembinaan PSM');
    agus.sees(/Mungkin tercatat dua kali: 1 orang/);
    await agus.taps('👥 Mungkin dobel (1)');
    const list = agus.sees(/Mungkin tercatat dua kali di Pembinaan PSM dan TKSK/);
    expect(list.text).toMatch(/1\. Siti Rohmah, Kelurahan Cimone[\s\S]*3\. Siti Rohmah/);
    expect(list.text).not.toContain('Bugel');
    expect(agus.buttons).toEqual(['↩️ Urungkan nomor 1', '↩️ Urungkan nomor 3', '⬅️ Kembali']);
    const first = agus.taps('↩️ Urungkan nomor 1');
    const second = agus.taps('↩️ Urungkan nomor 3');
    await Promise.all([first, second]);
    agus.sees(/Tidak ada yang tampak tercatat dua kali/);
    agus.looksAway();
    const left = (await records()).filter(({ undoneAt }) => undoneAt === null);
    expect(left.map(({ number }) => number)).toEqual([2, 3]);
    expect((await deeds()).filter((deed) => deed === 'check-in.undo')).toHaveLength(1);
    await agus.taps('⬅️ Kembali');
    expect(agus.buttons).not.toContain('👥 Mungkin dobel (1)');
    agus.looksAway();
  });
});
