import { faker } from '@faker-js/faker/locale/id_ID';
import type { Wilayah } from '../features/wilayah/rules.ts';

/** A person of the demo city, who has a phone with Telegram whether or not they ever spoke to the bot. */
export interface DemoKader {
  telegramId: number;
  name: string;
  jabatan: 'PSM' | 'TKSK';
  kecamatanCode: string;
  kelurahanCode: string | null;
  /** E.164 */
  phone: string;
}

/** 995 PSM and TKSK were counted at the training of May 2024: one TKSK a kecamatan, the rest PSM. */
const kaderCount = 995;
/** Telegram numbers of the demo's people start here; staff and strangers come before. */
const firstTelegramId = 700_001;

/**
 * The kader of the demo city, the same at every start: every kelurahan has some, every kecamatan one TKSK.
 *
 * @returns in the order of areas; `telegramId`s and phone numbers are unique
 */
export function demoKader(wilayah: Wilayah): DemoKader[] {
  faker.seed(995);
  const places = [
    ...wilayah.kecamatan.map((area) => ({
      jabatan: 'TKSK' as const,
      kecamatanCode: area.code,
      kelurahanCode: null,
    })),
    ...psmPlaces(wilayah),
  ];
  return places.map((place, index) => ({
    telegramId: firstTelegramId + index,
    name: demoName(),
    phone: demoPhone(index),
    ...place,
  }));
}

/** PSM spread evenly: the first kelurahan get one more than the last. */
function psmPlaces(wilayah: Wilayah) {
  const psmCount = Math.max(0, kaderCount - wilayah.kecamatan.length);
  return Array.from({ length: psmCount }, (_, index) => index % wilayah.kelurahan.length)
    .sort((a, b) => a - b)
    .flatMap((index) => wilayah.kelurahan[index] ?? [])
    .map((area) => ({
      jabatan: 'PSM' as const,
      kecamatanCode: area.kecamatanCode,
      kelurahanCode: area.code,
    }));
}

/** Most kader are women, some have been to Mecca, few write a degree. */
function demoName(): string {
  const sex = faker.datatype.boolean({ probability: 0.75 }) ? 'female' : 'male';
  const first = faker.person.firstName(sex);
  let last = faker.person.lastName(sex);
  while (last === first) last = faker.person.lastName(sex);
  const title = faker.datatype.boolean({ probability: 0.1 })
    ? sex === 'female'
      ? 'Hj. '
      : 'H. '
    : '';
  const degree = faker.datatype.boolean({ probability: 0.04 }) ? ', S.Sos.' : '';
  return `${title}${first} ${last}${degree}`;
}

/** Numbers of real operators' ranges; the running number keeps them apart. */
function demoPhone(index: number): string {
  const operators = ['812', '813', '821', '857', '878', '896'];
  return `+62${operators[index % operators.length]}${String(55_000_000 + index * 7919).slice(0, 8)}`;
}
