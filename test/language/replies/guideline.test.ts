import { describe, expect, test } from 'vitest';
import { understandReply } from '../../../src/language/replies/understand-reply.ts';

const label = (text: string): string => understandReply(text).label;

describe('the conventions, one by one', () => {
  test('the last statement wins', () => {
    expect(label('awalnya oke, eh batal')).toBe('tidak_hadir');
    expect(label('tadi bilang ga bisa, ternyata bisa hadir bu')).toBe('hadir');
    expect(label('ralat: tidak hadir')).toBe('tidak_hadir');
    expect(label('ga jadi izin bu, saya hadir')).toBe('hadir');
  });

  test('two negations are counted as the language counts them', () => {
    expect(label('ga mungkin ga hadir')).toBe('hadir');
    expect(label('tidak ada alasan untuk tidak hadir')).toBe('hadir');
    expect(label('bukannya ga bisa bu, cuma telat')).toBe('hadir');
    expect(label('bukan ga mau, tapi ga bisa')).toBe('tidak_hadir');
    expect(label('ngga, ngga bisa bu')).toBe('tidak_hadir');
  });

  test('formulas of piety do not make it doubtful, real conditions do', () => {
    expect(label('insyaallah kalau ada umur saya hadir')).toBe('hadir');
    expect(label('bila tidak ada halangan saya hadir')).toBe('hadir');
    expect(label('insyaallah kalau ga hujan')).toBe('ragu');
    expect(label('kalau suami ngizinin saya ikut')).toBe('ragu');
    expect(label('kalau besok saya ga bisa bu')).toBe('tidak_hadir');
  });

  test('late, leaving early and one session of several all come', () => {
    for (const text of [
      'izin telat bu',
      'ga bisa lama2 ya',
      'ijin pulang duluan',
      'hari kedua aja ya bu',
    ]) {
      expect({ text, label: label(text) }).toEqual({ text, label: 'hadir' });
    }
    expect(label('hari rabu bisa, kamisnya ga bisa')).toBe('hadir');
  });

  test('what is refused is one part of the day, or what is doubted another time', () => {
    expect(label('pagi saya ga bisa, kalau siang saya bisa bu')).toBe('hadir');
    expect(label('besok saya ga bisa bu, kalau lusa bisa')).toBe('tidak_hadir');
    expect(label('ga bisa kalau pagi bu')).toBe('tidak_hadir');
    expect(label('saya usahakan, pasti hadir bu')).toBe('hadir');
    expect(label('mungkin dateng bu tapi telat')).toBe('ragu');
    expect(label('80% bisa bu')).toBe('ragu');
    expect(label('100% hadir bu')).toBe('hadir');
    expect(label('bisa bu, nanti kalau ada perubahan saya kabari')).toBe('hadir');
  });

  test('what others have to say first is doubt, their leave is an answer', () => {
    expect(label('saya tanya suami dulu ya bu')).toBe('ragu');
    expect(label('tak takon bojoku sek bu')).toBe('ragu');
    expect(label('suami blm ngizinin')).toBe('ragu');
    expect(label('suami udah ngizinin bu')).toBe('hadir');
    expect(label('saya atau bu Lilis yg dateng, nanti dikabari')).toBe('ragu');
    expect(label('diwakilkan suami kalau saya ga bisa')).toBe('ragu');
    expect(label('boleh ga kalau suami yg gantiin')).toBe('tanya');
  });

  test('rhetoric is read as it is meant', () => {
    expect(label('hadir lah bu masa kader teladan ga hadir')).toBe('hadir');
    expect(label('mana sempet bu')).toBe('tidak_hadir');
    expect(label('bukannya ga mau jawab bu, lupa mulu. hadir ya')).toBe('hadir');
  });

  test('an opener before a question answers nothing', () => {
    expect(label('siap bu, tempatnya dimana?')).toBe('tanya');
    expect(label('iya pak, honor kapan cair')).toBe('insentif');
    expect(understandReply('hadir bu, pakai baju apa?')).toMatchObject({
      label: 'hadir',
      also: ['tanya'],
    });
    expect(understandReply('tergantung suami pulang jam berapa').also).toBeUndefined();
    expect(understandReply('ga bisa bu. honor saya kapan cair?')).toMatchObject({
      label: 'tidak_hadir',
      also: ['insentif'],
    });
  });

  test('receiving information is not a promise', () => {
    expect(label('siap terima kasih infonya')).toBe('lain');
    expect(label('baik pak dicatat')).toBe('lain');
    expect(label('baik pak dicatat, saya hadir')).toBe('hadir');
    expect(label('👍')).toBe('hadir');
    expect(label('🙏')).toBe('lain');
  });

  test('a reason without an absence needs an apology, or must rule attendance out', () => {
    expect(understandReply('mf ada acara')).toMatchObject({ label: 'izin', reason: 'ada acara' });
    expect(understandReply('mertua masuk igd bu')).toMatchObject({
      label: 'izin',
      reason: 'mertua masuk igd',
    });
    expect(label('cucu lagi batuk nih')).toBe('ragu');
    expect(label('tidak bisa hadir, berhalangan')).toBe('tidak_hadir');
    expect(label('tidak hadir karena satu dan lain hal')).toBe('tidak_hadir');
    expect(label('ada halangan bu')).toBe('tidak_hadir');
    expect(label('kebetulan lagi ga ada kerjaan, siap bu')).toBe('hadir');
    expect(understandReply('ga hadir bu, saya jadi panitia 17 agustusan')).toMatchObject({
      label: 'izin',
      reason: 'jadi panitia 17 agustusan',
    });
  });

  test('a substitute is told from standing in for somebody', () => {
    expect(understandReply('ga bisa hadir, diwakilkan bu Hj. Romlah')).toMatchObject({
      label: 'wakil',
      substitute: 'bu Hj. Romlah',
    });
    expect(understandReply('yang datang anak saya ya')).toMatchObject({
      label: 'wakil',
      substitute: 'anak saya',
    });
    expect(label('saya mewakili bu lurah')).toBe('hadir');
    expect(label('boleh diwakilkan ga')).toBe('tanya');
    expect(label('mungkin diwakilkan suami')).toBe('ragu');
  });

  test('another person’s attendance is not the sender’s, unless the name is his own', () => {
    expect(label('bu Tuti ga bisa dtg katanya')).toBe('lain');
    expect(label('bu Lina minta izin, anaknya dirawat')).toBe('lain');
    expect(label('bu Aminah sakit, yg lain hadir termasuk saya')).toBe('hadir');
    expect(label('saya juga bu')).toBe('hadir');
    expect(label('bu Tuti sakit, saya tetap hadir')).toBe('hadir');
    expect(label('Lastri PSM Cimone ikut')).toBe('hadir');
    expect(understandReply('Bu Tuti hadir', { ownName: 'Tuti Suryati' }).label).toBe('hadir');
    expect(understandReply('Bu Tuti ga bisa hadir', { ownName: 'Tuti Suryati' }).label).toBe(
      'tidak_hadir',
    );
  });

  test('forms, copied options and quotes', () => {
    expect(label('Nama: Ratih\nKel: Petir\nStatus: hadir')).toBe('hadir');
    expect(label('Konfirmasi kehadiran: Tidak')).toBe('tidak_hadir');
    expect(label('hadir/tidak')).toBe('lain');
    expect(label('Hadir/Tidak Hadir/Izin')).toBe('lain');
    expect(label('> saya ga bisa hadir\nsemoga lekas sehat ya bu')).toBe('lain');
    expect(label('saya hadir bu\r\nterima kasih\r\n')).toBe('hadir');
  });

  test('the regions say the same', () => {
    expect(label('kagak bise dateng aye')).toBe('tidak_hadir');
    expect(label('hapunten abdi teu tiasa sumping')).toBe('tidak_hadir');
    expect(label('mboten saget rawuh')).toBe('tidak_hadir');
    expect(label('nek ora udan aku teko')).toBe('ragu');
    expect(label('tabuh sabaraha acarana')).toBe('tanya');
    expect(label('honor iraha lebetna')).toBe('insentif');
    expect(label('sampun dugi bu')).toBe('hadir');
  });
});
