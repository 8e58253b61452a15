import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hideNumbers } from '../../src/features/helpdesk/hidden-numbers.ts';
import { decideAnswer, decideFollowUp, disputesFor } from '../../src/features/helpdesk/rules.ts';
import { isThanks } from '../../src/features/helpdesk/thanks.ts';
import { readWords } from '../../src/features/helpdesk/words-reading.ts';
import { useZone } from '../../src/text/format.ts';
import { age } from '../../src/text/id/helpdesk-desk.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const wib = (at: string) => new Date(`${at}:00+07:00`);

describe('numbers that do not belong into a chat', () => {
  it.each([
    ['nik 3671012345678901', 'nik ••••8901'],
    ['rek BJB 0012 3456 7890 12 ya', 'rek BJB ••••9012 ya'],
    ['rek 123-456-789-0123', 'rek ••••0123'],
    ['12-34-5678-9012', '••••9012'],
  ])('hides %j', (said, shown) => {
    expect(hideNumbers(said)).toEqual({ text: shown, hidden: true });
  });

  it.each([
    'hp saya 0812-3456-7890',
    'telepon +62 812 3456 7890 ya',
    'tanggal 22-05-2024 jam 08.00',
    'Rp1.500.000.000',
    'kurang 350000 dari 500000',
    'SK nomor 460/123/2024',
  ])('leaves %j', (said) => {
    expect(hideNumbers(said)).toEqual({ text: said, hidden: false });
  });

  it('never lets sixteen digits through, however they are grouped', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const between = fc.constantFrom('', '', '', ' ', '-');
    const number = fc.array(fc.tuple(digit, between), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(number, (parts) => {
        const written = parts.map(([value, gap], at) => (at === 15 ? value : value + gap)).join('');
        const { text } = hideNumbers(`nomor ${written}.`);
        expect(text.replace(/\D/g, '').length).toBeLessThan(16);
      }),
    );
  });
});

describe('questions', () => {
  const closedAt = wib('2024-05-20T08:00');
  it.each([
    ['WAITING', null, 'add'],
    ['ANSWERED', null, 'add'],
    ['CLOSED', '2024-05-27T08:00', 'reopen'],
    ['CLOSED', '2024-05-27T08:01', 'too_late'],
  ] as const)('words for one that is %s, at %s: %s', (status, now, decision) => {
    expect(decideFollowUp({ status, closedAt }, wib(now ?? '2024-05-27T08:01'))).toBe(decision);
  });

  it.each([
    ['WAITING', null, 'answer'],
    ['WAITING', 7, 'answer'],
    ['ANSWERED', 8, 'taken'],
    ['CLOSED', 7, 'closed'],
    ['OFFERED', null, 'closed'],
  ] as const)('an answer to one that is %s and taken by %s: %s', (status, takenById, decision) => {
    expect(decideAnswer({ status, takenById, closedAt: null }, 7)).toBe(decision);
  });

  it('money is missed only where it was sent', () => {
    expect(disputesFor('TRANSFERRED')).toEqual(['NOT_RECEIVED', 'WRONG_AMOUNT', 'WRONG_NAME']);
    expect(disputesFor('HELD')).toEqual(['WRONG_AMOUNT', 'WRONG_NAME']);
  });

  it.each([
    [0, 'baru saja'],
    [59, '59 menit'],
    [60, '1 jam'],
    [23 * 60 + 59, '23 jam'],
    [24 * 60, '1 hari'],
    [72 * 60 + 5, '3 hari'],
  ])('%i minutes are %j', (minutes, words) => {
    const since = wib('2024-05-20T08:00');
    expect(age(since, new Date(since.getTime() + minutes * 60_000))).toBe(words);
  });
});

describe('words', () => {
  const chat = { id: 5 };
  it('leaves the command out and notes what came along', () => {
    expect(readWords({ message_id: 9, chat, text: '/tanya  kapan?' })).toMatchObject({
      ok: true,
      words: { text: 'kapan?', media: null, source: 'message:5:9' },
    });
    const photo = { message_id: 9, chat, caption: '/tanya ini apa', photo: [] };
    expect(readWords(photo)).toMatchObject({
      words: { text: 'ini apa', media: { kind: 'photo', chatId: 5, messageId: 9 } },
    });
  });

  it('refuses what says nothing or too much', () => {
    const sticker = { message_id: 9, chat, sticker: {} };
    expect(readWords(sticker)).toEqual({ ok: false, reason: 'unsupported' });
    expect(readWords({ message_id: 9, chat, text: '/tanya' })).toMatchObject({ reason: 'empty' });
    const long = { message_id: 9, chat, text: 'a'.repeat(3_501) };
    expect(readWords(long)).toMatchObject({ reason: 'too_long' });
  });

  it.each(['terima kasih bu', 'Makasih banyak pak 🙏', '🙏🙏', 'oke sudah jelas', 'siap, trims'])(
    'takes %j for thanks',
    (said) => expect(isThanks(said)).toBe(true),
  );

  it.each(['terima kasih, tapi kapan cairnya?', 'oke', 'terima insentif kapan', 'jelaskan dong'])(
    'takes %j for more than thanks',
    (said) => expect(isThanks(said)).toBe(false),
  );
});
