import { beforeAll, expect, it } from 'vitest';
import {
  count,
  dateAndTime,
  dayOf,
  monthOf,
  roughDuration,
  rupiah,
  shortDate,
  timeSpan,
  useZone,
} from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const start = new Date('2024-05-22T01:00:00Z');

it('writes dates, times and money as they are read here', () => {
  expect(dateAndTime(start)).toBe('Rabu, 22 Mei 2024 pukul 08.00 WIB');
  expect(shortDate(start)).toBe('Rab 22 Mei');
  expect(timeSpan(start, new Date('2024-05-22T05:00:00Z'))).toBe(
    'Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB',
  );
  expect(timeSpan(start, null)).toBe('Rabu, 22 Mei 2024 pukul 08.00 WIB s.d. selesai');
  expect(dayOf('2024-05-02')).toBe('2 Mei 2024');
  expect(monthOf('2024-04')).toBe('April 2024');
  expect(rupiah(500_000)).toBe('Rp500.000');
  expect(count(1_234_567)).toBe('1.234.567');
  expect(roughDuration(35.5)).toBe('sekitar 36 detik');
  expect(roughDuration(600)).toBe('sekitar 10 menit');
});

it('names the zone of the city', () => {
  useZone('Asia/Makassar');
  expect(dateAndTime(start)).toBe('Rabu, 22 Mei 2024 pukul 09.00 WITA');
  useZone('Asia/Jakarta');
});
