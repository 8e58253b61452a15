import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityTree, type TextNode } from '../../src/simulator/page/chat/entity-tree.ts';

function textOf(nodes: TextNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

describe('entityTree', () => {
  it('nests entities, in UTF-16 units', () => {
    const tree = entityTree('👋 Halo Ibu Siti', [
      { type: 'italic', offset: 8, length: 8 },
      { type: 'bold', offset: 3, length: 13 },
    ]);
    expect(tree).toMatchObject([
      '👋 ',
      { entity: { type: 'bold' }, children: ['Halo ', { entity: { type: 'italic' } }] },
    ]);
  });

  it('never loses or repeats a character, whatever the entities', () => {
    const entity = fc.record({
      type: fc.constantFrom('bold', 'italic', 'url'),
      offset: fc.integer({ min: 0, max: 24 }),
      length: fc.integer({ min: -2, max: 24 }),
    });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(entity, { maxLength: 8 }),
        (text, entities) => {
          expect(textOf(entityTree(text, entities))).toBe(text);
        },
      ),
    );
  });
});
