import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const page = z.coerce.number().int().min(0);
/** The code of a kecamatan or kelurahan. */
const area = z.string().regex(/^[\d.]+$/);

export const recapListButton = defineButton('rec.list', [page]);
/** The recap of an event for one's whole area. */
export const recapButton = defineButton('rec.open', [idArgument]);
export const recapKecamatanButton = defineButton('rec.kec', [idArgument, area]);
export const recapFileButton = defineButton('rec.file', [idArgument]);
/** The names of one kelurahan, or with the code of a kecamatan, of those who serve it as a whole. */
export const namesButton = defineButton('rec.names', [idArgument, area, page]);
export const chartButton = defineButton('rec.chart', [idArgument]);
export const kecamatanChartButton = defineButton('rec.chartkec', [idArgument, area]);

export const compareButton = defineButton('cmp.open', []);
export const compareChartButton = defineButton('cmp.chart', []);
export const compareFileButton = defineButton('cmp.file', []);

export const silentListButton = defineButton('sil.list', [page]);
/** Who is silent in one's whole area. */
export const silentButton = defineButton('sil.open', [idArgument, page]);
export const silentKecamatanButton = defineButton('sil.kec', [idArgument, area, page]);
export const silentFileButton = defineButton('sil.file', [idArgument]);

/** Who was silent at several events in a row. */
export const longSilenceButton = defineButton('lon.open', [page]);
export const longSilenceKecamatanButton = defineButton('lon.kec', [area, page]);
export const longSilenceFileButton = defineButton('lon.file', []);
