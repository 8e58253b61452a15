/** Makes the many ways of writing dates and times alike before they are read. */

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/['’‘`´ʼ](?=\d)/g, ' '],
  [/(?<=\p{L})['’‘`´ʼ](?=\p{L})/gu, ''],
  [/[–—~]/g, '-'],
  [/\bs\s*\/\s*d\b|\bs\.\s?d\.?(?=\s|\d|$)|\bsd\b/g, ' sampai '],
  [
    /\b(?:sampai|smp|smpe|sampe|hingga|hngga|sampek|to|nepi ka|tekan)(?: dengan| dgn| pukul| jam| pkl)*\b/g,
    ' sampai ',
  ],
  [
    /\b(?:yang |yg )?(?:akan|bakal) (?:datang|dtg)\b|\bmendatang\b|\b(?:dpn|hareup|ngarep)\b/g,
    ' depan ',
  ],
  [/(?<=\d)(?=\p{L})/gu, ' '],
  [/(?<=\p{L})(?=\d)/gu, ' '],
];

/** Lower case, one kind of dash, "sampai" for all its forms, letters parted from digits. */
export function tidyDateText(text: string): string {
  return ALIKE.reduce(
    (written, [pattern, plain]) => written.replace(pattern, plain),
    text.slice(0, 2_000).normalize('NFKC').toLowerCase(),
  );
}
