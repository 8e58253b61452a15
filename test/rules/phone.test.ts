import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dialLink,
  displayPhone,
  maskPhone,
  type Phone,
  parseInternationalPhone,
  parsePhone,
  phoneFromE164,
} from '../../src/platform/phone.ts';

const mobile = fc.stringMatching(/^8[1-35-9]\d{7,10}$/);

function phone(raw: string): Phone {
  const parsed = parsePhone(raw);
  if (!parsed) throw new Error(`not a phone number: ${raw}`);
  return parsed;
}

describe('a phone number', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '0812 3456 7890',
    '0812.3456.7890',
    '0812/3456/7890',
    '+62 812-3456-7890',
    '+62 (0)812 3456 7890',
    '62812 3456 7890',
    '006281234567890',
    '81234567890',
    "'081234567890",
    'tel:+6281234567890',
    ' 081234567890\n',
  ])('is understood written as %j', (raw) => {
    expect(parsePhone(raw)?.e164).toBe('+6281234567890');
  });

  it.each([
    '',
    '-',
    '0812',
    '0215551234',
    '08123456789012345',
    '0812 3456 789O',
    'Budi 081234567890',
    '081234567890 081298765432',
    '0812+34567890',
    '+',
  ])('is not made of %j', (raw) => {
    expect(parsePhone(raw)).toBeNull();
  });

  it('may come from abroad', () => {
    expect(parsePhone('+60 12-345 6789')?.e164).toBe('+60123456789');
    expect(parseInternationalPhone('60123456789')?.e164).toBe('+60123456789');
    expect(parseInternationalPhone('6281234567890')?.e164).toBe('+6281234567890');
    expect(parseInternationalPhone('+6281234567890')?.e164).toBe('+6281234567890');
  });

  it('is shown as it is dialled, and masked', () => {
    expect(displayPhone(phone('+6281234567890'))).toBe('0812-3456-7890');
    expect(maskPhone(phone('+6281234567890'))).toBe('0812-••••-7890');
    expect(maskPhone(phone('0811234567'))).toBe('0811-••••-567');
    expect(displayPhone(phone('+60123456789'))).toBe('+60 12 345 6789');
    expect(maskPhone(phone('+60123456789'))).toBe('+60-••••-6789');
    expect(dialLink(phone('081234567890'))).toBe('tel:+6281234567890');
  });

  it('never leaks by being printed', () => {
    const number = phone('081234567890');
    const printed = [
      `${number}`,
      String(number),
      JSON.stringify({ number }),
      inspect({ deep: { number } }),
      JSON.stringify(Object.entries(number)),
    ].join('\n');
    expect(printed).toContain('0812-••••-7890');
    expect(printed.replace(/\D/g, '')).not.toContain('3456');
  });

  it('comes back from where it was stored', () => {
    expect(phoneFromE164('+6281234567890').e164).toBe('+6281234567890');
    expect(() => phoneFromE164('081234567890')).toThrow('E.164');
  });

  it('survives every way of writing it', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('0', '+62', '62', '', '+62 ', '+62-0'),
        (number, prefix) => {
          const spaced = number.replace(/(\d{3})(\d{4})(\d+)/, '$1 $2-$3');
          expect(parsePhone(prefix + spaced)?.e164).toBe(`+62${number}`);
        },
      ),
    );
  });

  it('is the same after being shown and read again, and masked shows eight digits at most', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        const parsed = phone(`0${number}`);
        expect(parsePhone(displayPhone(parsed))?.e164).toBe(parsed.e164);
        expect(phoneFromE164(parsed.e164).e164).toBe(parsed.e164);
        expect(maskPhone(parsed).replace(/\D/g, '').length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
