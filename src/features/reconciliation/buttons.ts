import { defineButton } from '../../bot/callback-data.ts';

/** The four lists side by side, and everybody on them as a file. */
export const comparisonButton = defineButton('four.all', []);
export const comparisonFileButton = defineButton('four.file', []);
