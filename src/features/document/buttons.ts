import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';
import { rollFormats, rollVariants } from './schema.ts';

const page = z.coerce.number().int().min(0);

/** Events to print a list of. */
export const rollListButton = defineButton('dh.list', [page]);
/** What there is to print of an event. */
export const rollButton = defineButton('dh.open', [idArgument]);
/** A list as a file. */
export const rollFileButton = defineButton('dh.file', [
  idArgument,
  z.enum(rollVariants),
  z.enum(rollFormats),
]);

/** One's own certificates to choose from. */
export const ownCertificatesButton = defineButton('sert.list', [page]);
/** One's own certificate of an arrival. */
export const ownCertificateButton = defineButton('sert.own', [idArgument]);
/** Staff look for somebody who came, to print their certificate. */
export const certificateSearchButton = defineButton('sert.find', [idArgument]);
/** The certificate of an arrival, for staff. */
export const certificateButton = defineButton('sert.print', [idArgument]);
