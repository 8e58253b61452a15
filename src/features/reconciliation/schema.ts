import { z } from 'zod';
import { rowPlace, storedCell, tableNotes } from '../transfer/schema.ts';

/** One row of a bank's result, as written in it, save that its month is `YYYY-MM` where it could be read. */
const bankRow = z.object({
  at: rowPlace,
  no_hp: storedCell,
  nama: storedCell,
  kelurahan: storedCell,
  kecamatan: storedCell,
  periode: storedCell,
  jumlah: storedCell,
  hasil: storedCell,
  tanggal: storedCell,
  alasan: storedCell,
  /** A long number stood in the reason and was shortened; nothing else of it was kept. */
  numberHidden: z.boolean(),
});

/** A bank's result as it is kept between its dry run and its applying. */
export const bankTable = z.object({ notes: tableNotes, rows: z.array(bankRow) });

export type BankRow = z.infer<typeof bankRow>;
export type BankTable = z.infer<typeof bankTable>;
