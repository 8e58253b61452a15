import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const page = z.coerce.number().int().min(0);

/** While an application waits; the argument is its id. */
export const withdrawButton = defineButton('app.withdraw', [idArgument]);
export const changeDataButton = defineButton('app.change', [idArgument]);

/** For whoever decides about applications; the argument is the application's id, or a page. */
export const openButton = defineButton('app.open', [idArgument]);
export const listButton = defineButton('app.list', [page]);
export const approveButton = defineButton('app.yes', [idArgument]);
export const rejectButton = defineButton('app.no', [idArgument]);
export const numberButton = defineButton('app.number', [idArgument]);
