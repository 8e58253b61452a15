/** What a link to a bot asks the app to do. */
export type BotLink =
  | { kind: 'start'; username: string; payload: string }
  | { kind: 'startGroup'; username: string; payload: string };

const USERNAME = '[A-Za-z][A-Za-z0-9_]{3,31}';
const PAYLOAD = /^[A-Za-z0-9_-]{0,64}$/;

/**
 * Reads `https://t.me/<bot>?start=…`, `t.me/…`, `telegram.me/…` and `tg://resolve?domain=…&start=…`.
 * Null: not a link to a bot. A payload that is too long or has other characters is dropped, as the
 * apps do.
 */
export function readBotLink(url: string): BotLink | null {
  const web = new RegExp(
    `^(?:https?://)?(?:www\\.)?(?:t|telegram)\\.me/(${USERNAME})/?(?:\\?(.*))?$`,
    'i',
  );
  const app = /^tg:(?:\/\/)?resolve\?(.*)$/i;
  const trimmed = url.trim();
  const found = web.exec(trimmed);
  const query = new URLSearchParams(found?.[2] ?? app.exec(trimmed)?.[1] ?? '');
  const username = found?.[1] ?? query.get('domain');
  if (username === null || username === undefined) return null;
  const group = query.get('startgroup');
  const given = group ?? query.get('start') ?? '';
  const payload = PAYLOAD.test(given) ? given : '';
  return { kind: group === null ? 'start' : 'startGroup', username, payload };
}
