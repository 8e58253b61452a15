import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

/** An official area code. */
const code = z.string().regex(/^[\d.]+$/);
const page = z.coerce.number().int().min(0);

/** While somebody registers. */
export const agreeButton = defineButton('reg.agree', []);
export const declineButton = defineButton('reg.decline', []);
export const startButton = defineButton('reg.start', []);
export const registerButton = defineButton('reg.register', []);
export const thatIsMeButton = defineButton('reg.me', [idArgument]);
export const notMeButton = defineButton('reg.notme', []);
export const moveAccountButton = defineButton('reg.account', [idArgument]);
export const listedElsewhereButton = defineButton('reg.listed', []);
export const jabatanButton = defineButton('reg.jab', [z.enum(['PSM', 'TKSK'])]);
export const kecamatanButton = defineButton('reg.kec', [code]);
export const kecamatanPageButton = defineButton('reg.kecpage', [page]);
export const kelurahanButton = defineButton('reg.kel', [code]);
export const kelurahanPageButton = defineButton('reg.kelpage', [page]);
export const backButton = defineButton('reg.back', []);
export const itIsMeButton = defineButton('reg.same', [idArgument]);
export const noneOfThemButton = defineButton('reg.none', []);
export const registerAsNewButton = defineButton('reg.new', []);
export const changeButton = defineButton('reg.change', []);
export const redoButton = defineButton('reg.redo', [z.enum(['jabatan', 'area', 'name'])]);
export const sendButton = defineButton('reg.send', []);
