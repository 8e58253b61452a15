import type { World } from './world.ts';

/**
 * Lets time pass in one go, with a single tick at its end, as after a night in which nothing ran: for spans of
 * days, which `advanceTo` would walk through minute by minute.
 *
 * @param wib `2024-05-26T09:00`
 */
export async function later(world: World, wib: string): Promise<void> {
  await world.settle();
  await world.clock.advanceTo(`${wib}:00+07:00`);
  await world.app.tick();
  await world.settle();
}
