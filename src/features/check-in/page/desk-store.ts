import type { KeptDeed, KeptEvent } from './kept.ts';

/** What a desk keeps on its device, where a reload or an empty battery does not reach it. */
export interface DeskStore {
  event(eventId: number): Promise<KeptEvent | null>;
  keepEvent(event: KeptEvent): Promise<void>;
  forgetEvent(eventId: number): Promise<void>;
  events(): Promise<KeptEvent[]>;
  deeds(eventId: number): Promise<KeptDeed[]>;
  keepDeed(deed: KeptDeed): Promise<void>;
  forgetDeed(nonce: string): Promise<void>;
}

/** Opens the device's own database (IndexedDB). */
export async function openDeskStore(): Promise<DeskStore> {
  const db = await opened();
  const read = <T>(store: string, ask: (from: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answered(ask(db.transaction(store).objectStore(store)));
  const write = (store: string, change: (to: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      // Strict: on the disk, and not only on its way there, before the person is told.
      const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      change(transaction.objectStore(store));
    });
  return {
    event: async (eventId) =>
      (await read<KeptEvent | undefined>('events', (from) => from.get(eventId))) ?? null,
    events: () => read<KeptEvent[]>('events', (from) => from.getAll()),
    keepEvent: (event) => write('events', (to) => to.put(event)),
    forgetEvent: (eventId) => write('events', (to) => to.delete(eventId)),
    deeds: async (eventId) => {
      const found = await read<KeptDeed[]>('deeds', (from) => from.index('event').getAll(eventId));
      return found.sort((one, other) => one.order - other.order);
    },
    keepDeed: (deed) => write('deeds', (to) => to.put(deed)),
    forgetDeed: (nonce) => write('deeds', (to) => to.delete(nonce)),
  };
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('meja-absen', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('events', { keyPath: 'eventId' });
    request.result.createObjectStore('deeds', { keyPath: 'nonce' }).createIndex('event', 'eventId');
  };
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
