const COLOURS = 8;

/** A round picture of initials, coloured by the id so that a person looks the same everywhere. */
export function Avatar({ id, name, size = 44 }: { id: number; name: string; size?: number }) {
  return (
    <span
      class={`avatar tint-${tintOf(id)}`}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

/** Which of the eight colours belongs to an id. */
export function tintOf(id: number): number {
  return Math.abs(id) % COLOURS;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0]?.match(/[\p{L}\p{N}]/u)?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.match(/[\p{L}\p{N}]/u)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('id');
}
