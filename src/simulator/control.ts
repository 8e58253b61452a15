import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { act } from './actions.ts';
import type { PersonCard, PersonEvent } from './contract.ts';
import {
  asNewPerson,
  asPersonAction,
  newPersonSchema,
  personActionSchema,
} from './control-schema.ts';
import { ActionRefused, chatOfPerson } from './person-chats.ts';
import { sendFile } from './person-files.ts';
import { Refusal } from './refusal.ts';
import { readBody, readParams } from './request-body.ts';
import { chatCard, chatsOf, messageView, personCard, shownChatId } from './view.ts';
import type { Person, World } from './world.ts';

const MAX_PEOPLE = 200;
const MAX_MESSAGES = 200;

/** The control API of `contract.ts`: the hands and eyes of people, over HTTP. */
export class Control {
  readonly #world: World;
  readonly #streams = new Set<ServerResponse>();

  constructor(world: World) {
    this.#world = world;
  }

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    try {
      await this.#route(request, response, url);
    } catch (error) {
      if (!(error instanceof ActionRefused) && !(error instanceof Refusal)) throw error;
      sendJson(response, error instanceof NotFound ? 404 : 400, { error: error.message });
    }
  }

  stop(): void {
    for (const stream of this.#streams) stream.end();
  }

  async #route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, , collection, id = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const verb = `${request.method} ${collection}`;
    if (verb === 'GET files') return this.#file(response, id);
    if (collection !== 'people') throw new NotFound(`There is no ${url.pathname}`);
    if (id === '') return this.#people(request, response, url.searchParams);
    const person = this.#person(id);
    const route = [request.method, ...rest.slice(0, 1), ...rest.slice(2)].join(' ');
    switch (route) {
      case 'GET':
        return sendJson(response, 200, personCard(this.#world, person));
      case 'GET chats':
        return sendJson(
          response,
          200,
          chatsOf(this.#world, person).map((chat) => chatCard(this.#world, person, chat)),
        );
      case 'GET chats messages':
        return this.#messages(response, person, Number(rest[1]), url.searchParams);
      case 'GET events':
        return this.#events(response, person);
      case 'POST actions':
        return this.#act(request, response, person);
      case 'POST files':
        return this.#upload(request, response, person, url.searchParams);
      default:
        throw new NotFound(`There is no ${request.method} ${url.pathname}`);
    }
  }

  #person(id: string): Person {
    const person = this.#world.person(Number(id));
    if (person === null) throw new NotFound(`There is no person ${id}`);
    return person;
  }

  async #people(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    if (request.method === 'GET') {
      return sendJson(
        response,
        200,
        findPeople(this.#world, {
          ...fieldOf(query, 'search'),
          ...fieldOf(query, 'role'),
          ...fieldOf(query, 'kelurahan'),
          limit: Number(query.get('limit') ?? MAX_PEOPLE),
        }),
      );
    }
    const parsed = newPersonSchema.safeParse(await readJson(request));
    if (!parsed.success) throw new ActionRefused(z.prettifyError(parsed.error));
    const person = this.#world.addPerson(asNewPerson(parsed.data));
    sendJson(response, 200, personCard(this.#world, person));
  }

  #messages(
    response: ServerResponse,
    person: Person,
    chatId: number,
    query: URLSearchParams,
  ): void {
    const chat = chatOfPerson(this.#world, person, chatId);
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
    const limit = Math.min(MAX_MESSAGES, Number(query.get('limit') ?? MAX_MESSAGES));
    const shown = [...chat.messages.values()].filter(({ id }) => id < before).slice(-limit);
    sendJson(
      response,
      200,
      shown.map((message) => messageView(this.#world, message)),
    );
  }

  /** What stands on the screen already (keyboards, a reply asked for) comes first. */
  #events(response: ServerResponse, person: Person): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      connection: 'keep-alive',
    });
    const tell = (event: PersonEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
    response.write(': connected\n\n');
    for (const chat of chatsOf(this.#world, person)) {
      const seat = chat.seats.get(person.id);
      const chatId = shownChatId(this.#world, chat);
      if (seat?.keyboard) tell({ event: 'keyboard', chatId, keyboard: seat.keyboard });
      if (seat?.forceReply) tell({ event: 'forceReply', chatId, messageId: seat.forceReply });
    }
    const unsubscribe = this.#world.screens.subscribe((_, event) => tell(event), person.id);
    this.#streams.add(response);
    response.once('close', () => {
      unsubscribe();
      this.#streams.delete(response);
    });
  }

  async #act(request: IncomingMessage, response: ServerResponse, person: Person): Promise<void> {
    const parsed = personActionSchema.safeParse(await readJson(request));
    if (!parsed.success) throw new ActionRefused(z.prettifyError(parsed.error));
    sendJson(response, 200, act(this.#world, person.id, asPersonAction(parsed.data)));
  }

  async #upload(
    request: IncomingMessage,
    response: ServerResponse,
    person: Person,
    query: URLSearchParams,
  ): Promise<void> {
    const type = request.headers['content-type'] ?? '';
    const params = readParams(query, type, await readBody(request));
    const upload = params.uploads.get('file');
    if (upload === undefined) throw new ActionRefused('The field `file` is missing');
    const { bytes, name, mimeType } = upload;
    const result = sendFile(this.#world, person.id, {
      chatId: params.integer('chatId', person.id),
      bytes,
      name,
      ...(mimeType === undefined ? {} : { mimeType }),
      caption: params.text('caption'),
      as: params.text('as') === 'photo' ? 'photo' : 'document',
    });
    sendJson(response, 200, result);
  }

  #file(response: ServerResponse, fileId: string): void {
    const stored = this.#world.files.get(fileId);
    if (stored === null) throw new NotFound(`There is no file ${fileId}`);
    response.writeHead(200, {
      'content-type': stored.mimeType,
      'content-length': stored.bytes.length,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(stored.name)}`,
      'x-content-type-options': 'nosniff',
    });
    response.end(stored.bytes);
  }
}

class NotFound extends ActionRefused {}

/** People whose name, username, phone number, role or kelurahan holds every word of the search. */
export function findPeople(
  world: World,
  query: { search?: string; role?: string; kelurahan?: string; limit?: number },
): PersonCard[] {
  const words = (query.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found: PersonCard[] = [];
  for (const person of world.people.values()) {
    if (found.length >= (query.limit ?? Number.POSITIVE_INFINITY)) break;
    const { firstName, lastName, username, phone, role, kelurahan } = person;
    if (query.role !== undefined && role !== query.role) continue;
    if (query.kelurahan !== undefined && kelurahan !== query.kelurahan) continue;
    const text = [firstName, lastName, username, phone, role, kelurahan].join(' ').toLowerCase();
    if (words.every((word) => text.includes(word))) found.push(personCard(world, person));
  }
  return found;
}

function fieldOf(query: URLSearchParams, name: string): Record<string, string> {
  const value = query.get(name);
  return value === null || value === '' ? {} : { [name]: value };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ActionRefused('The body must be JSON');
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
