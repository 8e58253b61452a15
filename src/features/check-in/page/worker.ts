/** Serves the desk's page without a network: from the network first, else as it was kept. */

/** As much of a service worker's surroundings as is used here. */
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WorkerSurroundings {
  addEventListener(type: 'install' | 'activate', listen: (event: Event) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
}

const surroundings = self as unknown as WorkerSurroundings;
/** A hall's network is often there and yet brings nothing. */
const patienceMs = 4_000;

surroundings.addEventListener('install', () => void surroundings.skipWaiting());
surroundings.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  event.respondWith(served(request));
});

async function served(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  // What the desk asks the server is the desk's own business: it keeps the answers itself.
  if (kept === undefined) return fetch(request);
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patienceMs);
  try {
    const fresh = await fetch(request, { signal: giveUp.signal });
    return fresh.status >= 500 ? kept : fresh;
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
}
