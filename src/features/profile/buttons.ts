import { z } from 'zod';
import { defineButton } from '../../bot/callback-data.ts';

const code = z.string().regex(/^[\d.]+$/);
const page = z.coerce.number().int().min(0);

/** On the own profile. */
export const profileButton = defineButton('me.show', []);
export const nameButton = defineButton('me.name', []);
export const moveButton = defineButton('me.move', []);
export const numberButton = defineButton('me.number', []);
export const dataButton = defineButton('me.data', []);

/** While one's own data change. */
export const kecamatanButton = defineButton('me.kec', [code]);
export const kecamatanPageButton = defineButton('me.kecpage', [page]);
export const kelurahanButton = defineButton('me.kel', [code]);
export const kelurahanPageButton = defineButton('me.kelpage', [page]);
export const sendButton = defineButton('me.send', []);
export const cancelButton = defineButton('me.cancel', []);
