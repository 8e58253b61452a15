const TELEGRAM_HOSTS = new Set(['t.me', 'www.t.me', 'telegram.me', 'telegram.dog']);

/** Whether a link, typed with or without `https://`, is one that Telegram's app opens by itself. */
export function isTelegramLink(link: string): boolean {
  const text = link.trim();
  if (/^tg:/i.test(text)) return true;
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) && TELEGRAM_HOSTS.has(new URL(address).hostname.toLowerCase());
}
