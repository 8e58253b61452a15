import { describe, expect, test } from 'vitest';
import { createPlaceFinder } from '../../../src/language/place-names/finder.ts';
import { areasOf } from './areas.ts';

const names = (matches: readonly { name: string }[]): string[] => matches.map(({ name }) => name);

describe('Kota Tangerang', async () => {
  const finder = createPlaceFinder(await areasOf('36.71'));

  test.each([
    ['Gebang Raya', 'exact', 'Gebang Raya'],
    ['GEBANGRAYA', 'exact', 'Gebang Raya'],
    ['saya dari kel. gebang raya kec. periuk, terima kasih', 'exact', 'Gebang Raya'],
    ['gebng raya', 'clear', 'Gebang Raya'],
    ['kr. tengah', 'clear', 'Karang Tengah'],
    ['poris plwd', 'clear', 'Poris Plawad'],
    ['Serab', 'clear', 'Parung Serab'],
  ])('%s is %s', (text, verdict, name) => {
    const answer = finder.findKelurahan(text);
    expect([answer.verdict, answer.matches[0]?.name]).toEqual([verdict, name]);
  });

  test.each([
    'sudimara',
    'parung',
    'poris',
    'kec ciledug',
    'kecamatan cipondoh',
    'gembor jaya',
    'sudimara barat/timur',
    'gembor kec larangan',
  ])('%s is never guessed at', (text) => {
    expect(finder.findKelurahan(text).verdict).toBe('ambiguous');
  });

  test.each([
    '',
    '   ',
    '🙏🙏',
    'siti aminah',
    'saya tidak tahu bu',
    '0812 3456 7890',
    'kelurahan',
  ])('in %j there is no place', (text) => {
    expect(finder.findKelurahan(text).verdict).toBe('none');
  });

  test('matches carry the kecamatan and fall in score', () => {
    const { matches } = finder.findKelurahan('sudimara');
    expect(matches[0]).toMatchObject({ kecamatanCode: '36.71.06', kecamatan: 'Ciledug' });
    const scores = matches.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('a kecamatan limits the choice', () => {
    const within = { withinKecamatan: '36.71.11' };
    expect(finder.findKelurahan('sudimara', within).matches[0]?.name).toBe('Sudimara Pinang');
    expect(finder.findKelurahan('gembor', within).verdict).toBe('none');
  });

  test('a kecamatan beside the name decides', () => {
    expect(finder.findKelurahan('gaga').matches[0]?.name).toBe('Gaga');
    const beside = names(finder.findKelurahan('gaga kec. batuceper').matches).slice(0, 2);
    expect(beside.sort()).toEqual(['Poris Gaga', 'Poris Gaga Baru']);
  });

  test('a kecamatan alone: its namesakes first, then all that lie in it', () => {
    const cipondoh = names(finder.findKelurahan('kec. cipondoh').matches);
    expect(cipondoh.slice(0, 3).sort()).toEqual(['Cipondoh', 'Cipondoh Indah', 'Cipondoh Makmur']);
    expect(cipondoh).toHaveLength(10);
    expect(names(finder.findKelurahan('ciledug').matches)).toHaveLength(8);
  });

  test.each([
    ['kec. karang tengah', 'exact', 'Karang Tengah'],
    ['krg tngh', 'clear', 'Karang Tengah'],
    ['tksk bt ceper', 'clear', 'Batuceper'],
    ['CILEDUG', 'exact', 'Ciledug'],
    ['jati uwung', 'exact', 'Jatiuwung'],
    ['priuk', 'clear', 'Periuk'],
  ])('kecamatan in %s', (text, verdict, name) => {
    const answer = finder.findKecamatan(text);
    expect([answer.verdict, answer.matches[0]?.name]).toEqual([verdict, name]);
  });

  test('a kecamatan is not guessed at either', () => {
    expect(finder.findKecamatan('karang').matches[0]?.name).toBe('Karang Tengah');
    expect(finder.findKecamatan('sumatera').verdict).toBe('none');
    expect(finder.findKecamatan('ci').verdict).not.toBe('clear');
  });
});

describe('elsewhere', () => {
  test('namesakes in two kecamatan are told apart only by the kecamatan', async () => {
    const finder = createPlaceFinder(await areasOf('35.78'));
    const both = finder.findKelurahan('wonorejo');
    expect(both.verdict).toBe('ambiguous');
    expect(names(both.matches.slice(0, 2))).toEqual(['Wonorejo', 'Wonorejo']);
    const one = finder.findKelurahan('wonorejo kec rungkut');
    expect([one.verdict, one.matches[0]?.kecamatan]).toEqual(['exact', 'Rungkut']);
  });

  test('Roman numerals, figures and words are one', async () => {
    const finder = createPlaceFinder(await areasOf('71.71'));
    for (const text of ['Malalayang 2', 'malalayang II', 'malalayang dua', 'Malalayang2']) {
      expect(finder.findKelurahan(text).matches[0]?.name).toBe('Malalayang Dua');
    }
    expect(finder.findKelurahan('paal 4').matches[0]?.name).toBe('Paal IV');
  });

  test('doubled words, also with a 2', async () => {
    const finder = createPlaceFinder(await areasOf('35.78'));
    for (const text of ['alun-alun contong', 'alun2 contong', 'alunalun contong']) {
      expect(finder.findKelurahan(text).matches[0]?.name).toBe('Alun-alun Contong');
    }
  });

  test('a kelurahan without its kecamatan is a mistake in the list', () => {
    const kelurahan = [{ code: '1', name: 'A', kecamatanCode: '9' }];
    expect(() => createPlaceFinder({ kecamatan: [], kelurahan })).toThrow(/no kecamatan 9/);
  });
});
