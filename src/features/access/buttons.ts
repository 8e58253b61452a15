import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';

const code = z.string().regex(/^[\d.]+$/);
const page = z.coerce.number().int().min(0);

/** /petugas: the list, one person on it, and taking the role away; the argument is the grant's id. */
export const listButton = defineButton('off.list', [page]);
export const openButton = defineButton('off.open', [idArgument]);
export const revokeButton = defineButton('off.revoke', [idArgument]);
export const revokeSurelyButton = defineButton('off.revoke2', [idArgument]);

/** Giving a role, step by step. */
export const addButton = defineButton('off.add', []);
export const roleButton = defineButton('off.role', [z.enum(['STAFF', 'COORDINATOR', 'ADMIN'])]);
export const wholeCityButton = defineButton('off.city', []);
export const kecamatanButton = defineButton('off.kec', [code]);
export const kecamatanPageButton = defineButton('off.kecpage', [page]);
export const wholeKecamatanButton = defineButton('off.whole', [code]);
export const kelurahanButton = defineButton('off.kel', [code]);
export const kelurahanPageButton = defineButton('off.kelpage', [code, page]);
/** The argument of these two is the account's id. */
export const candidateButton = defineButton('off.pick', [idArgument]);
export const appointButton = defineButton('off.give', [idArgument]);
export const linkButton = defineButton('off.link', []);
export const cancelButton = defineButton('off.cancel', []);

/** On a role that came by link; the argument is the code itself, which only its holder knows. */
const inviteCode = z.string().regex(/^[\w-]{22}$/);
export const acceptButton = defineButton('role.accept', [inviteCode]);
export const refuseButton = defineButton('role.refuse', []);
