/** The name of the cache from which `worker.ts` serves. */
const cacheName = 'meja-absen';

/**
 * Makes the page open again without a network: keeps it and what it needs, and sets up the worker that serves
 * them. Only where the browser allows it (https, or this very machine).
 *
 * @returns whether it will
 */
export async function keepOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false;
  try {
    await navigator.serviceWorker.register(new URL('pekerja.js', location.href));
    await navigator.serviceWorker.ready;
    const parts = [
      ...document.querySelectorAll<HTMLElement>('script[src], link[rel=stylesheet]'),
    ].map((part) => part.getAttribute('src') ?? part.getAttribute('href') ?? '');
    const cache = await caches.open(cacheName);
    const wanted = [location.pathname, ...parts].map((part) => new URL(part, location.href).href);
    await cache.addAll(wanted);
    // Earlier desks' addresses are keys that have expired.
    for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
    return true;
  } catch {
    // Without a network now, what was kept before still serves.
    return (await caches.match(location.pathname)) !== undefined;
  }
}
