import type { PersonEvent } from '../../contract.ts';
import { eventsAddress } from '../simulator-client.ts';

const RECONNECT_AFTER_MS = 1_000;

export interface EventListener {
  /** The stream is open (again): whatever happened before must be fetched. */
  connected(): void;
  heard(event: PersonEvent): void;
  lost(): void;
}

/**
 * Keeps a stream of one person's events open and returns how to end it. A browser allows only six
 * connections to one address, so a hidden tab gives its stream back and takes it up when shown.
 */
export function listen(personId: number, listener: EventListener): () => void {
  let stream: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const disconnect = () => {
    clearTimeout(retry);
    stream?.close();
    stream = null;
  };
  const connect = () => {
    disconnect();
    const opened = new EventSource(eventsAddress(personId));
    opened.onopen = () => listener.connected();
    opened.onmessage = (line: MessageEvent<string>) => {
      listener.heard(JSON.parse(line.data) as PersonEvent);
    };
    opened.onerror = () => {
      disconnect();
      listener.lost();
      retry = setTimeout(connect, RECONNECT_AFTER_MS);
    };
    stream = opened;
  };
  const followVisibility = () => (document.hidden ? disconnect() : connect());

  connect();
  document.addEventListener('visibilitychange', followVisibility);
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    disconnect();
  };
}
