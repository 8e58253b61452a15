import { periodNamed } from '../../language/table-dates.ts';
import type { Columns } from '../../language/table-layout.ts';
import type { CellValue, Sheet } from '../../platform/sheet.ts';
import { hideLongNumbers } from '../incentive/reading.ts';
import type { TableReading } from '../transfer/importer.ts';
import { findTables, type Table } from '../transfer/rules.ts';
import { type StoredCell, toStored } from '../transfer/schema.ts';
import { namesOn, notesOn, periodReader } from '../transfer/table-reading.ts';
import type { BankRow, BankTable } from './schema.ts';

type BankColumn = Exclude<keyof BankRow, 'at' | 'numberHidden'> | 'tahun';

/** The columns of a bank's result, by their usual titles. */
const bankColumns: Columns<BankColumn> = {
  no_hp: { synonyms: ['no hp', 'no wa', 'telepon', 'kontak'], required: false },
  nama: {
    synonyms: [
      'nama',
      'nama penerima',
      'nama rekening',
      'nama pemilik rekening',
      'beneficiary name',
    ],
    required: true,
  },
  kelurahan: { synonyms: ['kelurahan', 'wilayah tugas'], required: false, caption: true },
  kecamatan: { synonyms: ['kecamatan'], required: false, caption: true },
  periode: { synonyms: ['periode', 'bulan', 'bulan pembayaran'], required: false, caption: true },
  tahun: { synonyms: ['tahun'], required: false },
  jumlah: {
    synonyms: ['jumlah', 'nominal', 'jumlah transfer', 'nominal transfer', 'amount', 'insentif'],
    required: false,
  },
  hasil: {
    synonyms: [
      'status',
      'hasil',
      'hasil transfer',
      'status transfer',
      'status transaksi',
      'status pembayaran',
    ],
    required: true,
  },
  tanggal: {
    synonyms: ['tanggal', 'tanggal transfer', 'tanggal transaksi', 'tanggal efektif'],
    required: false,
    caption: true,
  },
  alasan: {
    synonyms: [
      'alasan',
      'keterangan',
      'alasan gagal',
      'alasan retur',
      'keterangan bank',
      'catatan',
      'remark',
    ],
    required: false,
  },
};

/** The titles of an empty table, and of the columns in which rows are shown again. */
export const templateColumns: readonly BankColumn[] = [
  'no_hp',
  'nama',
  'kelurahan',
  'periode',
  'jumlah',
  'hasil',
  'tanggal',
  'alasan',
];

/**
 * Takes the payments out of a bank's file. Where no column says it, the month is the one of the titles, of the
 * sheet or of the name of the file ("hasil transfer april 2024.xlsx"); it may be open.
 */
export function readBankTable(sheets: readonly Sheet[], fileName: string): TableReading<BankTable> {
  const found = findTables(sheets, bankColumns);
  if (!found.ok) return found;
  const filled = found.tables.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return { ok: false, reason: 'no_rows' };
  const several = filled.length > 1;
  return {
    ok: true,
    table: {
      notes: notesOn(filled, []),
      rows: filled.flatMap((table) => rowsOf(table, fileName, several ? table.sheet : null)),
    },
  };
}

function rowsOf(table: Table<BankColumn>, fileName: string, sheet: string | null): BankRow[] {
  const names = namesOn(table, fileName);
  const periodOf = periodReader(names, table.period ?? periodNamed(names));
  return table.rows.map(({ number, values }) => {
    const reason = shown(values.alasan);
    const result = shown(values.hasil);
    return {
      at: { sheet, number },
      no_hp: toStored(values.no_hp),
      nama: toStored(values.nama),
      kelurahan: toStored(values.kelurahan),
      kecamatan: toStored(values.kecamatan),
      periode: periodOf(values.periode, values.tahun),
      jumlah: toStored(values.jumlah),
      hasil: result.cell,
      tanggal: toStored(values.tanggal),
      alasan: reason.cell,
      numberHidden: reason.hidden || result.hidden,
    };
  });
}

/** A cell as it may be kept and shown: of account numbers in it only the last four digits. */
function shown(cell: CellValue): { cell: StoredCell; hidden: boolean } {
  const stored = toStored(cell);
  if (stored === null) return { cell: null, hidden: false };
  const text = hideLongNumbers(String(stored));
  return text === String(stored) ? { cell: stored, hidden: false } : { cell: text, hidden: true };
}
