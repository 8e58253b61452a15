import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, GrantedRole, Grants } from '../../src/features/access/rules.ts';
import { grantFor } from '../../src/features/access/rules.ts';
import { isSameRequest, mayDecide, type Wanted } from '../../src/features/application/rules.ts';
import { readName } from '../../src/features/registration/name-reading.ts';
import {
  isComplete,
  nextQuestion,
  noAnswers,
  stepBack,
  withAnswer,
} from '../../src/features/registration/rules.ts';
import { parsePhone } from '../../src/platform/phone.ts';

const jabatan = fc.constantFrom('PSM' as const, 'TKSK' as const);
const kecamatanCode = fc.constantFrom('36.71.01', '36.71.02');
const change = fc.oneof(
  jabatan.map((value) => ({ jabatan: value })),
  kecamatanCode.map((value) => ({ kecamatanCode: value })),
  fc.tuple(kecamatanCode, fc.constantFrom('1001', '1002')).map(([kecamatan, last]) => ({
    kecamatanCode: kecamatan,
    kelurahanCode: `${kecamatan}.${last}`,
  })),
  fc.constantFrom('Budi', 'Siti').map((value) => ({ name: value })),
);
const form = fc
  .array(change, { maxLength: 8 })
  .map((changes) => changes.reduce(withAnswer, noAnswers('+6281234567890')));

describe('the form', () => {
  test('asks jabatan, kecamatan, kelurahan, name, and then shows the summary', () => {
    let answers = noAnswers('+6281234567890');
    expect(nextQuestion(answers)).toBe('jabatan');
    answers = withAnswer(answers, { jabatan: 'PSM' });
    expect(nextQuestion(answers)).toBe('kecamatan');
    answers = withAnswer(answers, { kecamatanCode: '36.71.01' });
    expect(nextQuestion(answers)).toBe('kelurahan');
    answers = withAnswer(answers, { kelurahanCode: '36.71.01.1001' });
    expect(nextQuestion(answers)).toBe('name');
    answers = withAnswer(answers, { name: 'Budi' });
    expect(nextQuestion(answers)).toBe('summary');
    expect(nextQuestion({ ...answers, namesakes: [3] })).toBe('namesakes');
    expect(nextQuestion({ ...answers, claimsListed: true })).toBe('not_found');
  });

  test('never holds a kelurahan of another kecamatan, or one of a TKSK', () => {
    fc.assert(
      fc.property(form, (answers) => {
        const { kelurahanCode, kecamatanCode: kecamatan } = answers;
        if (kelurahanCode === null) return;
        expect(answers.jabatan).not.toBe('TKSK');
        expect(kelurahanCode.startsWith(`${kecamatan}.`)).toBe(true);
      }),
    );
  });

  test('takes the same answer twice without forgetting the others', () => {
    fc.assert(
      fc.property(form, change, (answers, given) => {
        const once = withAnswer(answers, given);
        expect(withAnswer(once, given)).toEqual(once);
      }),
    );
  });

  test('is back at the first question after at most four steps back, from anywhere', () => {
    fc.assert(
      fc.property(form, (answers) => {
        const back = [1, 2, 3, 4].reduce(stepBack, answers);
        expect(nextQuestion(back)).toBe('jabatan');
      }),
    );
  });

  test('one step back from a complete form makes it incomplete', () => {
    fc.assert(
      fc.property(form.filter(isComplete), (answers) => {
        expect(isComplete(stepBack(answers))).toBe(false);
      }),
    );
  });
});

describe('readName', () => {
  test.each([
    ['siti aminah', 'siti aminah'],
    ['  Nama saya:  Siti   Aminah ', 'Siti Aminah'],
    ['nama lengkap saya adalah Siti Aminah', 'Siti Aminah'],
    ['saya bernama Siti', 'Siti'],
    ['Ibu Siti Aminah', 'Siti Aminah'],
    ['Pak Budi', 'Budi'],
    ['Hj. Nur’aini, S.Sos.', 'Hj. Nur’aini, S.Sos.'],
    ["M. Ja'far Al-Amin", "M. Ja'far Al-Amin"],
    ['Uus', 'Uus'],
    ['Pakpahan', 'Pakpahan'],
    ['Bunga', 'Bunga'],
  ])('takes %j', (said, name) => {
    expect(readName(said)).toEqual({ ok: true, name });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['08123456789', 'number'],
    ['Budi 2', 'number'],
    ['Budi!', 'symbols'],
    ['😊', 'symbols'],
    ['/start', 'symbols'],
    ['<b>Budi</b>', 'symbols'],
    ['A', 'short'],
    ['Ai', 'short'],
    ['saya mau daftar', 'sentence'],
    ['tidak tahu', 'sentence'],
    ['Budi\nSanti', 'sentence'],
    ['terima kasih bu', 'sentence'],
    ['a'.repeat(61), 'long'],
    ['la '.repeat(11), 'long'],
  ])('refuses %j as %s', (said, reason) => {
    expect(readName(said)).toEqual({ ok: false, reason });
  });

  test('whatever it takes, it takes again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (said) => {
        const reading = readName(said);
        if (reading.ok) expect(readName(reading.name)).toEqual(reading);
      }),
    );
  });
});

describe('mayDecide', () => {
  const application = {
    kecamatanCode: '36.71.01',
    kelurahanCode: '36.71.01.1001',
    applicant: { accountId: 7, telegramId: 70, firstName: 'Budi' },
  };
  const approver = (role: GrantedRole, accountId = 1): Grants['coordinator'] => {
    const actor: Actor = {
      accountId,
      telegramId: accountId,
      firstName: 'Rina',
      consented: true,
      kader: null,
      roles: [role],
    };
    const granted = grantFor('coordinator', actor);
    if (granted === null) throw new Error('not an approver');
    return granted;
  };
  const coordinator = (kecamatan: string | null, kelurahanCode: string | null = null) =>
    ({ role: 'COORDINATOR', kecamatanCode: kecamatan, kelurahanCode }) as const;

  test('is for those whose area it is', () => {
    expect(mayDecide(approver({ role: 'STAFF' }), application)).toBe('yes');
    expect(mayDecide(approver(coordinator(null)), application)).toBe('yes');
    expect(mayDecide(approver(coordinator('36.71.01')), application)).toBe('yes');
    expect(mayDecide(approver(coordinator('36.71.01', '36.71.01.1001')), application)).toBe('yes');
    expect(mayDecide(approver(coordinator('36.71.02')), application)).toBe('out_of_scope');
    expect(mayDecide(approver(coordinator('36.71.01', '36.71.01.1002')), application)).toBe(
      'out_of_scope',
    );
  });

  test('is for nobody in their own case, except an admin', () => {
    expect(mayDecide(approver(coordinator(null), 7), application)).toBe('own');
    expect(mayDecide(approver({ role: 'STAFF' }, 7), application)).toBe('own');
    expect(mayDecide(approver({ role: 'ADMIN' }, 7), application)).toBe('yes');
  });
});

describe('isSameRequest', () => {
  const wanted: Wanted = {
    kind: 'NEW',
    kaderId: null,
    name: 'Budi',
    jabatan: 'PSM',
    kecamatanCode: '36.71.01',
    kelurahanCode: '36.71.01.1001',
    phone: parsePhone('081234567890'),
  };

  test('compares what is asked for, the number by its digits', () => {
    expect(isSameRequest(wanted, { ...wanted, phone: parsePhone('+62 812 3456 7890') })).toBe(true);
    expect(isSameRequest(wanted, { ...wanted, phone: null })).toBe(false);
    expect(isSameRequest(wanted, { ...wanted, name: 'Budi Santoso' })).toBe(false);
    expect(isSameRequest(wanted, { ...wanted, kelurahanCode: null })).toBe(false);
  });
});
