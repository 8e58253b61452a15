/** Titles before and after Indonesian names, and how they are properly written. */

const BEFORE =
  `H. Hj. Drs. Dra. Dr. dr. drg. drh. Ir. Prof. Ny. Nn. Tn. Sdr. Sdri. KH. Ust. Ustz. Alm. Almh.
  R. Rd. Rr. Pdt. Apt. Kol. Letkol. Mayor Kapten AKP. Kompol`.split(/\s+/);

const AFTER =
  `S.Sos. S.Sos.I. S.Pd. S.Pd.I. S.Pd.AUD. S.E. S.E.I. S.H. S.H.I. S.Kom. S.K.M. S.Ag. S.I.P.
  S.A.P. S.A.B. S.ST. S.Tr. S.Tr.Sos. S.Tr.Keb. S.Kep. S.Keb. S.Farm. S.Gz. S.Psi. S.I.Kom.
  S.Hum. S.S. S.T. S.P. S.Pt. S.Si. S.Th.I. S.Fil.I. S.Tp. S.STP. A.Md. A.Md.Keb. A.Md.Kep. A.Md.Kom.
  A.Ma. A.Ma.Pd. B.A. B.Sc. M.Si. M.M. M.Pd. M.Pd.I. M.A. M.A.P. M.H. M.Kes. M.Kom. M.Sos. M.Ag. M.T. M.Sc.
  M.I.Kom. M.Psi. M.E. M.K.M. Ph.D. Ners Ns. Lc.`.split(/\s+/);

/** Whole words that are said or written before a name and are no part of it. */
const ADDRESS: Readonly<Record<string, string>> = {
  haji: 'H.',
  hajjah: 'Hj.',
  hajah: 'Hj.',
  hjh: 'Hj.',
  nyonya: 'Ny.',
  tuan: 'Tn.',
  nona: 'Nn.',
  ustadz: 'Ust.',
  ustad: 'Ust.',
  ustadzah: 'Ustz.',
  ibu: 'Ibu',
  bu: 'Ibu',
  bapak: 'Bapak',
  bpk: 'Bapak',
  pak: 'Bapak',
  raden: 'Raden',
  almarhum: 'Alm.',
  almarhumah: 'Almh.',
};

const bare = (word: string): string => word.replace(/[^\p{L}]/gu, '').toLowerCase();

const byLetters = (titles: readonly string[]): Map<string, string> =>
  new Map(titles.map((title) => [bare(title), title]));

const TITLES_BEFORE = new Map([
  ...byLetters(BEFORE.filter((title) => title !== 'dr.')),
  ...Object.entries(ADDRESS),
]);
const TITLES_AFTER = byLetters(AFTER);

/**
 * The title that this word before a name is, properly written ("HJ" → "Hj.", "dr" → "dr.",
 * "DR." → "Dr."), or null when it is part of the name. A single letter needs its dot to be a
 * title other than H.
 */
export function titleBefore(word: string): string | null {
  const letters = bare(word);
  if (letters === 'dr' && word.startsWith('d')) return 'dr.';
  if (letters === 'r' && !word.endsWith('.')) return null;
  return TITLES_BEFORE.get(letters) ?? null;
}

/** The degree that this word after a name is, properly written ("SSOS" → "S.Sos."), or null. */
export function titleAfter(word: string): string | null {
  return TITLES_AFTER.get(bare(word)) ?? null;
}
