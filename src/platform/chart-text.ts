/** Fitting text into a picture without a canvas that could measure it. */

export type Weight = 400 | 600;

/** Widths of letters of Source Sans 3 in parts of the size, a little more rather than less. */
const widths: [RegExp, number][] = [
  [/[\s.,:;'|ijlI!/·]/, 0.27],
  [/[frt()\-[\]"]/, 0.36],
  [/[mwMW%@…]/, 0.84],
  [/\p{Lu}/u, 0.62],
];
const otherWidth = 0.54;
const semiBold = 1.04;

/** About how wide a text is, in the unit of its size. */
export function widthOf(text: string, size: number, weight: Weight): number {
  let sum = 0;
  for (const letter of text) sum += widths.find(([kind]) => kind.test(letter))?.[1] ?? otherWidth;
  return sum * size * (weight === 600 ? semiBold : 1);
}

/** The text in lines, broken where it says so and between words. */
export function wrapped(text: string, room: number, size: number, weight: Weight): string[] {
  return text.split('\n').flatMap((part) => wrappedLine(part, room, size, weight));
}

function wrappedLine(text: string, room: number, size: number, weight: Weight): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size, weight) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The text, or as much of its beginning as fits. */
export function shortened(text: string, room: number, size: number): string {
  if (widthOf(text, size, 400) <= room) return text;
  let kept = '';
  for (const letter of text) {
    if (widthOf(`${kept}${letter}…`, size, 400) > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
