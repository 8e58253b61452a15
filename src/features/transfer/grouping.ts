/** Puts what has the same key together, in the order of first appearance. */
export function groupedBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Several that have the same key. */
export type Several<T> = [T, ...T[]];

/** The groups of more than one. */
export function repeated<T, K>(items: Iterable<T>, key: (item: T) => K): Several<T>[] {
  return [...groupedBy(items, key).values()].filter((group) => group.length > 1);
}
