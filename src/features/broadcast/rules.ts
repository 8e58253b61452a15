export type AnnouncedText<Entity> =
  | { ok: true; text: string; entities: Entity[] }
  | { ok: false; reason: 'empty' };

/** The command with what stands before and between it and the text; any other belongs to the text. */
const commandPart = /^\s*(?:\/siaran(?:@\w+)?(?!\w))?\s*/i;

/**
 * The announcement in `/siaran TEXT`: what comes after the command, with its formatting.
 */
export function announcedText<Entity extends { offset: number; length: number }>(
  text: string,
  entities: readonly Entity[],
): AnnouncedText<Entity> {
  const start = commandPart.exec(text)?.[0].length ?? 0;
  const body = text.slice(start).trimEnd();
  if (body === '') return { ok: false, reason: 'empty' };
  // Somebody who makes the whole message bold makes the command bold too.
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, body.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { ok: true, text: body, entities: kept };
}

/** Seconds that so many messages take at that rate. */
export function sendingSeconds(recipients: number, ratePerSecond: number): number {
  return Math.ceil(recipients / ratePerSecond);
}
