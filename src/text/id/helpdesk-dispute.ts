import { dayOf, monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { type DisputeKind, noNumbers } from './helpdesk.ts';
import { type Status, statusWords } from './incentive.ts';

/** Doubting a month of one's own money. */

const disputeAsked: Record<DisputeKind, Html> = {
  NOT_RECEIVED: html`Uangnya belum masuk, padahal sudah tercatat ditransfer? Saya teruskan ke Dinsos.`,
  WRONG_AMOUNT: html`Jumlahnya tidak sesuai? Saya teruskan ke Dinsos.`,
  WRONG_NAME: html`Namanya salah? Saya teruskan ke Dinsos.`,
};

export function disputeQuestion(kind: DisputeKind, period: string): Html {
  return lines(
    html`💰 <b>Insentif ${monthOf(period)}</b>`,
    disputeAsked[kind],
    '',
    html`Boleh tulis penjelasannya dengan satu kalimat, atau tekan tombol di bawah.`,
    noNumbers,
  );
}

export function disputeKnown(ticketId: number): Html {
  return html`Itu sudah saya teruskan, <b>no. ${ticketId}</b>, dan belum selesai. Ada tambahan? Balas pesan ini.`;
}

export const nothingToDoubt = html`Catatan bulan itu sudah berubah. Silakan lihat lagi di /insentif.`;
export const disputeLost = html`Pesan itu tidak saya kenali lagi. Silakan buka bulannya di /insentif, lalu tekan tombolnya.`;

export interface RecordWords {
  amount: number;
  status: Status;
  statusDate: string | null;
  note: string | null;
}

/** `Rp500.000, ditransfer 3 Mei 2024 (alasan)` */
export function record(of: RecordWords | null): string {
  if (of === null) return 'tidak ada catatan';
  const { amount, status, statusDate, note } = of;
  const day = statusDate === null ? '' : ` ${dayOf(statusDate)}`;
  return `${rupiah(amount)}, ${statusWords[status]}${day}${note === null ? '' : ` (${note})`}`;
}

/** Told to whoever doubted a month that is recorded otherwise now. */
export function corrected(
  ticketId: number,
  period: string,
  { before, after }: { before: RecordWords | null; after: RecordWords | null },
): Html {
  return lines(
    html`💰 <b>Data insentif ${monthOf(period)} berubah</b> (no. ${ticketId})`,
    '',
    html`Tadinya: ${record(before)}`,
    html`Sekarang: <b>${record(after)}</b>`,
    '',
    html`Apakah sudah sesuai? Kalau belum, balas pesan ini.`,
  );
}
