import { count, longDate, monthOf } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Months in which imports change nothing any more. */

export const menu = 'Kunci bulan insentif yang sudah selesai';

export const labels = {
  lock: (period: string) => `🔒 Kunci ${monthOf(period)}`,
  unlock: (period: string) => `🔓 Buka ${monthOf(period)}`,
};

export interface Lock {
  period: string;
  lockedAt: Date;
  lockedBy: string | null;
}

/** More locked months than these are only counted. */
const mostListed = 24;

export function list(locks: readonly Lock[]): Html {
  const more = locks.length - mostListed;
  return lines(
    html`🔒 <b>Kunci bulan insentif</b>`,
    html`Bulan yang terkunci tidak bisa diubah lewat impor. Membukanya hanya bisa oleh admin.`,
    '',
    locks.length === 0 && html`Belum ada bulan yang terkunci.`,
    ...locks.slice(0, mostListed).map(one),
    more > 0 && html`… dan ${count(more)} bulan sebelumnya`,
    '',
    html`Bulan lain? Ketik misalnya <i>/kunci april 2024</i>.`,
  );
}

function one({ period, lockedAt, lockedBy }: Lock): Html {
  return html`• ${monthOf(period)}, sejak ${longDate(lockedAt)}${lockedBy === null ? '' : ` oleh ${lockedBy}`}`;
}

export function ask(period: string, lock: Lock | null): Html {
  return lock === null
    ? lines(
        html`<b>Kunci ${monthOf(period)}?</b>`,
        html`Setelah dikunci, impor tidak bisa lagi mengubah bulan ini.`,
      )
    : lines(html`🔒 <b>${monthOf(period)} terkunci</b>`, one(lock));
}

export const askPeriod = html`Bulan apa yang dimaksud? Tulis satu bulan, misalnya <i>/kunci april 2024</i>.`;

export function locked(period: string, isNew: boolean): Html {
  return isNew
    ? html`🔒 ${monthOf(period)} sekarang terkunci. Membukanya lagi: /kunci (oleh admin).`
    : html`${monthOf(period)} memang sudah terkunci.`;
}

export function unlocked(period: string, isNew: boolean): Html {
  return isNew
    ? html`🔓 ${monthOf(period)} sudah dibuka. Impor bisa mengubahnya lagi.`
    : html`${monthOf(period)} memang tidak terkunci.`;
}
