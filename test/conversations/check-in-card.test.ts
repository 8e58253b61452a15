import { describe, expect, it } from 'vitest';
import { openDesk, openHall } from '../support/hall.ts';

const siti = { name: 'Hj. Siti Aminah, S.Sos.', kelurahan: 'Bugel' };
const budi = { name: 'Budi Santoso', kelurahan: 'Cimone' };

describe('/kartu', () => {
  it('is a picture of the own code, with a word against lending it', async () => {
    const { people } = await openHall([siti]);
    await people[0]?.says('/kartu');
    const card = people[0]?.sees(/kartu-hadir\.png|Kartu hadir/);
    expect(card?.text).toMatch(/Hj\. Siti Aminah, S\.Sos\.\s+PSM Kelurahan Bugel/);
    expect(card?.text).toContain('tidak dipinjamkan atau dititipkan');
    expect(card?.file).not.toBeNull();
  });

  it('scanned at an open desk it records its holder, twice once', async () => {
    const { agus, people, checkIn, records } = await openDesk([siti], { withTelegram: true });
    const kader = await checkIn.cardHolder(await checkIn.card(1));
    const url = `https://t.me/kader_uji_bot?start=${await checkIn.card(kader?.kaderId ?? 0)}`;
    await agus.follows(url);
    agus.sees(/nomor urut 1\s+Hj\. Siti Aminah/);
    await agus.says(url);
    agus.sees(/Sudah tercatat di meja/);
    people[0]?.sees(/Hadir 07\.30 WIB, nomor urut 1[\s\S]*Dicatat oleh petugas/);
    people[0]?.seesNothing();
    expect(await records()).toMatchObject([{ via: 'CARD' }]);
  });

  it('scanned by staff outside a desk it asks for the event', async () => {
    const { agus, checkIn, records } = await openHall([siti], { withTelegram: false });
    await agus.follows(`https://t.me/kader_uji_bot?start=${await checkIn.card(1)}`);
    agus.sees(/Hj\. Siti Aminah[\s\S]*pilih acaranya/);
    await agus.taps('Catat di: Pembinaan');
    agus.sees(/nomor urut 1/);
    expect(await records()).toHaveLength(1);
  });

  it('scanned by anybody else it is a kind word, and no name', async () => {
    const { world, people, checkIn, records } = await openHall([siti, budi]);
    const url = `https://t.me/kader_uji_bot?start=${await checkIn.card(1)}`;
    await people[1]?.follows(url);
    const said = people[1]?.sees(/kartu hadir seorang kader[\s\S]*Hanya petugas/);
    expect(said?.text).not.toContain('Siti');
    await people[0]?.follows(url);
    people[0]?.sees(/kartu hadir Bapak\/Ibu sendiri/);
    const stranger = world.person('Rudi');
    await stranger.follows(url);
    stranger.sees(/kartu hadir seorang kader/);
    expect(await records()).toHaveLength(0);
  });

  it('made up it is told from a real one, also at the desk', async () => {
    const { agus, records } = await openDesk([siti]);
    await agus.follows('https://t.me/kader_uji_bot?start=kartu_1_AAAAAAAAAAAAAAAAAAAAAA');
    agus.sees(/Kartu ini tidak saya kenal/);
    await agus.says('/selesai');
    await agus.follows('https://t.me/kader_uji_bot?start=kartu_1');
    agus.looksAway();
    expect(await records()).toHaveLength(0);
  });
});
