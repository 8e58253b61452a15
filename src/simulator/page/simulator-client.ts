import type {
  ActionResult,
  ChatCard,
  ChatMessage,
  NewPerson,
  PersonAction,
  PersonCard,
} from '../contract.ts';

/** The simulator would not do it; the message is its own, meant for engineers. */
export class Refused extends Error {
  override name = 'Refused';
}

/** The simulator could not be asked. */
export class Unreachable extends Error {
  override name = 'Unreachable';
  constructor() {
    super('Simulator tidak dapat dihubungi. Apakah masih berjalan?');
  }
}

/** At most `limit` people whose name, role, kelurahan or phone matches; the empty search matches all. */
export function findPeople(search: string, limit: number): Promise<PersonCard[]> {
  return ask(`/people?${new URLSearchParams({ search, limit: String(limit) })}`);
}

/** Refused when there is no such person. */
export function getPerson(personId: number): Promise<PersonCard> {
  return ask(`/people/${personId}`);
}

/** Adds somebody to the city; refused when the phone number is not E.164. */
export function addPerson(person: NewPerson): Promise<PersonCard> {
  return ask('/people', asJson(person));
}

/** The person's chats, the newest first; the bot's private chat is always among them. */
export function getChats(personId: number): Promise<ChatCard[]> {
  return ask(`/people/${personId}/chats`);
}

/** Oldest first; with `before`, the `limit` messages just older than that number. */
export function getMessages(
  personId: number,
  chatId: number,
  page: { before: number | null; limit: number },
): Promise<ChatMessage[]> {
  const query = new URLSearchParams({ limit: String(page.limit) });
  if (page.before !== null) query.set('before', String(page.before));
  return ask(`/people/${personId}/chats/${chatId}/messages?${query}`);
}

/** Does what the person's thumb does; refused when Telegram's app would not allow it. */
export function act(personId: number, action: PersonAction): Promise<ActionResult> {
  return ask(`/people/${personId}/actions`, asJson(action));
}

/** A file on its way into a chat. */
export interface OutgoingUpload {
  chatId: number;
  file: File;
  caption: string;
  asPhoto: boolean;
}

/** Sends a file; refused when Telegram would not take it, such as a text sent as a photo. */
export function sendFile(personId: number, upload: OutgoingUpload): Promise<ActionResult> {
  const query = new URLSearchParams({ chatId: String(upload.chatId), caption: upload.caption });
  if (upload.asPhoto) query.set('as', 'photo');
  const body = new FormData();
  body.set('file', upload.file, upload.file.name);
  return ask(`/people/${personId}/files?${query}`, { method: 'POST', body });
}

/** Where the page reads a file's bytes. */
export function fileAddress(fileId: string): string {
  return `/sim/files/${encodeURIComponent(fileId)}`;
}

/** Where a person's events come from, as server-sent events. */
export function eventsAddress(personId: number): string {
  return `/sim/people/${personId}/events`;
}

function asJson(value: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/sim${path}`, init).catch(() => {
    throw new Unreachable();
  });
  const answer = (await response.json().catch(() => null)) as (T & { error?: string }) | null;
  if (!response.ok || answer === null) {
    throw new Refused(answer?.error ?? `Simulator menjawab ${response.status}.`);
  }
  return answer;
}
