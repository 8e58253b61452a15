import { expect, it } from 'vitest';
import { simulatedMethods } from '../../src/simulator/bot-api.ts';
import { METHOD_NAMES } from '../../src/simulator/method-names.ts';

it('every simulated method is one of Telegram', () => {
  expect(METHOD_NAMES).toHaveLength(180);
  expect(new Set(METHOD_NAMES).size).toBe(180);
  expect(simulatedMethods().filter((name) => !METHOD_NAMES.includes(name))).toEqual([]);
});
