/** How wide a text is at a size, in points. */
export type Measure = (text: string, size: number) => number;

/** A text set into its place: the lines, none wider than the place, and the size of their letters. */
export interface FittedText {
  lines: string[];
  size: number;
}

/** A place on paper. `smallest` is the least size that is still read without a glass. */
export interface TextPlace {
  width: number;
  size: number;
  smallest: number;
  /** How many lines there is room for. */
  lines: number;
}

const step = 0.25;
/** A line is shrunk so far before it becomes two. */
const shrinkFirst = 0.88;

/**
 * Sets a text as large as its place allows: first on one line, a little smaller if need be; then on several,
 * down to the smallest size. What does not fit even then (nobody's name is so long) ends in `…`.
 */
export function fitText(text: string, place: TextPlace, measure: Measure): FittedText {
  const said = text.replace(/\s+/g, ' ').trim();
  const least = Math.max(place.smallest, place.size * (place.lines > 1 ? shrinkFirst : 0));
  for (let size = place.size; size >= least; size -= step)
    if (measure(said, size) <= place.width) return { lines: [said], size };
  for (let size = place.size; size > place.smallest; size -= step) {
    const lines = wrap(said, place.width, (part) => measure(part, size));
    if (lines.length <= place.lines && lines.join(' ') === said) return { lines, size };
  }
  const lines = wrap(said, place.width, (part) => measure(part, place.smallest));
  return { lines: shortened(lines, place, measure), size: place.smallest };
}

/** Breaks between words; a word that is wider than the line breaks wherever it must. */
function wrap(text: string, width: number, measure: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && measure(line + letter) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function shortened(lines: string[], place: TextPlace, measure: Measure): string[] {
  if (lines.length <= place.lines) return lines;
  const kept = lines.slice(0, place.lines);
  let last = kept.pop() ?? '';
  while (last !== '' && measure(`${last}…`, place.smallest) > place.width) last = last.slice(0, -1);
  return [...kept, `${last}…`];
}
