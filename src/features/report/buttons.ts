import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const page = z.coerce.number().int().min(0);
const kecamatan = z.string().regex(/^[\d.]+$/);

export const recapListButton = defineButton('rec.list', [page]);
/** The recap of an event for one's whole area. */
export const recapButton = defineButton('rec.open', [idArgument]);
export const recapKecamatanButton = defineButton('rec.kec', [idArgument, kecamatan]);
export const recapFileButton = defineButton('rec.file', [idArgument]);

export const silentListButton = defineButton('sil.list', [page]);
/** Who is silent in one's whole area. */
export const silentButton = defineButton('sil.open', [idArgument, page]);
export const silentKecamatanButton = defineButton('sil.kec', [idArgument, kecamatan, page]);
export const silentFileButton = defineButton('sil.file', [idArgument]);
