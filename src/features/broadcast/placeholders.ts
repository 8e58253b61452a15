/**
 * `{nama}` and its like in an announcement. Offsets and lengths are in UTF-16 units, as Telegram counts both
 * texts and entities.
 */

/** What can stand in braces; each is replaced by what is the recipient's own. */
export const placeholderNames = ['nama', 'jabatan', 'kelurahan', 'kecamatan'] as const;

type PlaceholderName = (typeof placeholderNames)[number];

/** What one recipient gets in the place of each. */
export type PlaceholderValues = Readonly<Record<PlaceholderName, string>>;

/** A text with its formatting. */
export interface FormattedText<Entity> {
  text: string;
  entities: Entity[];
}

interface Span {
  offset: number;
  length: number;
}

/** Braces around words: `{nama}`, `{ Nama }`. What holds no letter, like `{}` or `{1}`, is ordinary text. */
const inBraces = /\{\s*(\p{L}[\p{L}\p{N}_ -]*?)\s*\}/gu;

/** Everything in braces that is no placeholder, as it was written, each once. */
export function unknownPlaceholders(text: string): string[] {
  const unknown = [...text.matchAll(inBraces)]
    .filter((found) => nameIn(found) === null)
    .map(([written]) => written);
  return [...new Set(unknown)];
}

/** Whether a text is another one for each recipient. */
export function hasPlaceholders(text: string): boolean {
  return placesIn(text).length > 0;
}

/**
 * The text as one recipient gets it. Formatting stays on the words it stood on; what covered any part of a
 * placeholder covers the whole value. Nothing inside a value is a placeholder again.
 */
export function fillPlaceholders<Entity extends Span>(
  { text, entities }: FormattedText<Entity>,
  values: PlaceholderValues,
): FormattedText<Entity> {
  const places = placesIn(text);
  let filled = '';
  let end = 0;
  for (const place of places) {
    filled += text.slice(end, place.start) + values[place.name];
    end = place.end;
  }
  filled += text.slice(end);

  const moved = (position: number, edge: 'start' | 'end'): number => {
    let shift = 0;
    for (const { start, end: placeEnd, name } of places) {
      if (position <= start) break;
      const growth = values[name].length - (placeEnd - start);
      if (position < placeEnd) return start + shift + (edge === 'start' ? 0 : values[name].length);
      shift += growth;
    }
    return position + shift;
  };
  return {
    text: filled,
    entities: entities
      .map((entity) => {
        const offset = moved(entity.offset, 'start');
        return { ...entity, offset, length: moved(entity.offset + entity.length, 'end') - offset };
      })
      .filter(({ length }) => length > 0),
  };
}

/** How long a text is for the recipient with the longest of all values. */
export function longestFilled(text: string, longest: PlaceholderValues): number {
  return fillPlaceholders({ text, entities: [] }, longest).text.length;
}

interface Place {
  name: PlaceholderName;
  start: number;
  end: number;
}

function placesIn(text: string): Place[] {
  return [...text.matchAll(inBraces)].flatMap((found) => {
    const name = nameIn(found);
    return name === null ? [] : [{ name, start: found.index, end: found.index + found[0].length }];
  });
}

function nameIn(found: RegExpMatchArray): PlaceholderName | null {
  const written = found[1]?.toLowerCase();
  return placeholderNames.find((name) => name === written) ?? null;
}
