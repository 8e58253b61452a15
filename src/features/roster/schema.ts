import { z } from 'zod';
import { rowPlace, storedCell, tableNotes } from '../transfer/schema.ts';

/** One row of a roster file, as written in it. */
const rosterRow = z.object({
  at: rowPlace,
  nama: storedCell,
  jabatan: storedCell,
  kelurahan: storedCell,
  kecamatan: storedCell,
  no_hp: storedCell,
});

/** A roster file as it is kept between its dry run and its applying. */
export const rosterTable = z.object({ notes: tableNotes, rows: z.array(rosterRow) });

export type WrittenRow = z.infer<typeof rosterRow>;
export type RosterTable = z.infer<typeof rosterTable>;
