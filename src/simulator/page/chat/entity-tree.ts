import type { Entity } from '../../contract.ts';

/** A stretch of plain text, or an entity with what it holds. */
export type TextNode = string | { entity: Entity; text: string; children: TextNode[] };

/**
 * Nests a message's entities (offsets and lengths in UTF-16 units, as Telegram counts them) into a
 * tree. Entities that cross another one's edge, or the end of the text, are left out.
 */
export function entityTree(text: string, entities: readonly Entity[]): TextNode[] {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nest(text, 0, text.length, sorted);
}

function nest(text: string, from: number, to: number, entities: readonly Entity[]): TextNode[] {
  const nodes: TextNode[] = [];
  let at = from;
  for (const [index, entity] of entities.entries()) {
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to || entity.length <= 0) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inside = entities.slice(index + 1).filter((other) => other.offset < end);
    nodes.push({
      entity,
      text: text.slice(entity.offset, end),
      children: nest(text, entity.offset, end, inside),
    });
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}
