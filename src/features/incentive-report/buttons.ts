import { z } from 'zod';
import { defineButton } from '../../bot/callback-data.ts';

const page = z.coerce.number().int().min(0);
const period = z.string().regex(/^\d{4}-\d{2}$/);
/** The code of a kecamatan, or `all` for everything in one's own area. */
const area = z.string().regex(/^([\d.]+|all)$/);

export const periodsButton = defineButton('ir.list', [page]);
export const monthButton = defineButton('ir.month', [period, area]);
export const chartButton = defineButton('ir.chart', [period, area]);
export const fileButton = defineButton('ir.file', [period, area]);
