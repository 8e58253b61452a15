import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openVenue, type Venue } from '../support/venue.ts';
import { startWorld, type World } from '../support/world.ts';
import { startBrowser } from './browser.ts';

/** A venue with its pages on a real port, and a browser to look at them; complaints of a page fail its test. */
export class VenueStage {
  world!: World;
  venue!: Venue;
  server!: FastifyInstance;
  origin = '';
  #browser!: Browser;
  readonly #contexts: BrowserContext[] = [];
  readonly #complaints: string[] = [];

  /** Registers the stage with the test runner. */
  static set(): VenueStage {
    const stage = new VenueStage();
    beforeAll(async () => {
      stage.#browser = await startBrowser();
    });
    afterEach(() => stage.#closePages());
    afterAll(() => stage.#browser.close());
    return stage;
  }

  /** A new world with an open check-in. */
  async open(at = '2024-05-22T07:00'): Promise<void> {
    this.world = await startWorld({ at });
    this.venue = await openVenue(this.world);
    await this.serve(0);
  }

  /** Serves the pages, e.g. again after `server.close()`. */
  async serve(port: number): Promise<void> {
    this.server = this.world.pages();
    const address = await this.server.listen({ host: '127.0.0.1', port });
    // A browser lets a page keep itself for later on https and on localhost only.
    this.origin = address.replace('127.0.0.1', 'localhost');
  }

  /** A page of its own context, as on a device of its own. */
  async device(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext(options);
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
    return page;
  }

  /** The projector's page on a screen of its own. */
  async projector(): Promise<Page> {
    const page = await this.device({ viewport: { width: 1920, height: 1080 } });
    await page.goto(await this.venue.wall(this.origin));
    return page;
  }

  /** The desk's page on a phone, ready to go on without a network. */
  async phone(viewport = { width: 390, height: 844 }): Promise<Page> {
    const page = await this.device({ viewport, hasTouch: true });
    await page.goto(await this.venue.desk(this.origin));
    await page.getByText('Siap dipakai tanpa jaringan').waitFor();
    return page;
  }

  /** The names of those on record, in the order of their numbers. */
  async names(): Promise<(string | null)[]> {
    const rows = await this.world.db.checkIn.findMany({
      where: { undoneAt: null },
      orderBy: { number: 'asc' },
      select: { name: true, kader: { select: { name: true } } },
    });
    return rows.map(({ name, kader }) => kader?.name ?? name);
  }

  async #closePages(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
    expect(this.#complaints.splice(0)).toEqual([]);
  }
}

/** Finds somebody at a desk by what is typed, and opens their sheet. */
export async function pick(desk: Page, typed: string, name: string): Promise<void> {
  await desk.getByRole('button', { name: 'Cari', exact: true }).click();
  await desk.getByRole('searchbox').fill(typed);
  await desk.getByRole('listitem').filter({ hasText: name }).getByRole('button').first().click();
}

/** Records whoever was found, and puts the sheet away. */
export async function recordByName(desk: Page, typed: string, name: string): Promise<void> {
  await pick(desk, typed, name);
  await desk.getByRole('button', { name: 'Hadir', exact: true }).click();
  await desk.getByRole('button', { name: 'Selesai' }).click();
}

/** Writes down a guest at a desk, or asks to. @param kelurahan as the list has it: `Cimone, Karawaci` */
export async function saveGuest(desk: Page, name: string, kelurahan: string): Promise<void> {
  await desk.getByRole('button', { name: 'Tamu', exact: true }).click();
  await desk.getByLabel('Nama lengkap').fill(name);
  await desk.getByLabel('Kelurahan').fill(kelurahan);
  await desk.getByLabel('Alasan datang').fill('mendampingi anggota');
  await desk.getByRole('button', { name: 'Catat hadir' }).click();
}
