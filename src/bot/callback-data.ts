import { z } from 'zod';

/** Bot API: callback_data is 1–64 bytes. */
const maxBytes = 64;

/** A kind of button: packs its arguments into callback data and reads them back. */
export interface ButtonSpec<
  Args extends readonly (string | number)[] = readonly (string | number)[],
> {
  readonly id: string;
  /** @throws when the data would not fit Telegram's 64 bytes, or an argument holds the separator */
  data(...args: Args): string;
  /** The arguments, or null when they are not this button's (an old or a forged one). */
  read(data: string): Args | null;
}

/** An id in a button: a positive integer. */
export const idArgument = z.coerce.number().int().positive();

/**
 * Declares a kind of button. `id` must be unique over the whole bot; the registry checks that.
 *
 * @example const openEvent = defineButton('event.open', [idArgument]);
 *          openEvent.data(12) // 'event.open:12'
 */
export function defineButton<const Items extends readonly z.ZodType<string | number>[]>(
  id: string,
  items: Items,
): ButtonSpec<{ [I in keyof Items]: z.output<Items[I]> }> {
  type Args = { [I in keyof Items]: z.output<Items[I]> };
  return {
    id,
    data(...args) {
      const parts = args.map(String);
      const data = [id, ...parts].join(':');
      if (parts.some((part) => part.includes(':'))) throw new Error(`separator in ${data}`);
      if (Buffer.byteLength(data) > maxBytes) throw new Error(`callback data too long: ${data}`);
      return data;
    },
    read(data) {
      const [head, ...parts] = data.split(':');
      if (head !== id || parts.length !== items.length) return null;
      const values: (string | number)[] = [];
      for (const [index, item] of items.entries()) {
        const parsed = item.safeParse(parts[index]);
        if (!parsed.success) return null;
        values.push(parsed.data);
      }
      return values as unknown as Args;
    },
  };
}
