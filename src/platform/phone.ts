import { inspect } from 'node:util';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

const HOME_REGION = 'ID';
const HOME_PREFIX = '+62';

/**
 * A mobile phone number that is known to be one. It can only be made by the functions of this
 * file, and prints masked wherever it is turned into text by accident (log, JSON, template), so
 * that a number is only ever shown on purpose, by `e164`, `displayPhone` or `dialLink`.
 */
class Phone {
  readonly #e164: string;

  constructor(e164: string) {
    this.#e164 = e164;
  }

  /** `+6281234567890`: the one form in which numbers are stored and compared. */
  get e164(): string {
    return this.#e164;
  }

  toString(): string {
    return maskPhone(this);
  }

  toJSON(): string {
    return maskPhone(this);
  }

  [inspect.custom](): string {
    return `Phone(${maskPhone(this)})`;
  }
}

export type { Phone };

/**
 * Understands a mobile number as people in Indonesia write it: `0812-3456-7890`, `812…`, `62812…`,
 * `+62 (0)812…`; other countries' with `+` or `00`. Blanks, dots, dashes, slashes and brackets are
 * skipped. Anything else (letters, landlines, too short or long) gives `null`.
 */
export function parsePhone(raw: string): Phone | null {
  const written = raw
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^['’`]/, '');
  if (!/^[+\d\s().\-–—/]+$/.test(written) || written.lastIndexOf('+') > 0) return null;
  const digits = written
    .replace(/[^+\d]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+?620?(?=8)/, HOME_PREFIX);
  const number = parsePhoneNumberFromString(digits, HOME_REGION);
  return number?.isValid() ? new Phone(number.number) : null;
}

/** A number that is known to begin with its country code, such as in a contact Telegram hands over. */
export function parseInternationalPhone(raw: string): Phone | null {
  return parsePhone(`+${raw.trim().replace(/^(\+|00)/, '')}`);
}

/**
 * A number that was stored as `e164` before.
 * @throws when it can't have come from there, which is a fault of the program.
 */
export function phoneFromE164(e164: string): Phone {
  if (!/^\+\d{8,15}$/.test(e164)) throw new Error('stored phone number is not in E.164 form');
  return new Phone(e164);
}

/** `0812-3456-7890`, as it is dialled at home; `+60 12-345 6789` for a number from elsewhere. */
export function displayPhone(phone: Phone): string {
  const number = parsePhoneNumberFromString(phone.e164);
  if (!number) return phone.e164;
  return phone.e164.startsWith(HOME_PREFIX)
    ? number.formatNational()
    : number.formatInternational();
}

/** `0812-••••-7890`: enough for its owner to recognise, too little for anybody else to call. */
export function maskPhone(phone: Phone): string {
  const groups = displayPhone(phone).split(/[\s-]+/);
  return `${groups[0]}-••••-${groups.at(-1)?.slice(-4)}`;
}

/** `tel:+6281234567890`, for a link that dials. */
export function dialLink(phone: Phone): string {
  return `tel:${phone.e164}`;
}
