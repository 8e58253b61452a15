import { expect, it } from 'vitest';
import { inBatches } from '../../src/platform/batches.ts';

it('does at once what is asked for at once, and gives everybody their own result', async () => {
  const batches: number[][] = [];
  const double = inBatches(async (items: number[]) => {
    batches.push(items);
    return items.map((item) => item * 2);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

it('gathers what is asked for while a batch is under way', async () => {
  const batches: number[][] = [];
  const others: Promise<number>[] = [];
  const same = inBatches(async (items: number[]) => {
    batches.push(items);
    if (batches.length === 1) others.push(same(2), same(3));
    return items;
  });
  await same(1);
  expect(await Promise.all(others)).toEqual([2, 3]);
  expect(batches).toEqual([[1], [2, 3]]);
});

it('lets one bad item spoil no other', async () => {
  const work = inBatches(async (items: string[]) => {
    if (items.includes('bad')) throw new Error('bad');
    return items.map((item) => item.toUpperCase());
  });
  const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map(work));
  expect(outcomes).toMatchObject([
    { value: 'A' },
    { status: 'rejected', reason: { message: 'bad' } },
    { value: 'B' },
  ]);
});
