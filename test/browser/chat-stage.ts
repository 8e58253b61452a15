import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { PersonCard } from '../../src/simulator/contract.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { startBrowser } from './browser.ts';
import { PhoneOnPage } from './phone-on-page.ts';
import { startTalkingBot, type TalkingBot } from './talking-bot.ts';

const DESKTOP = { width: 1440, height: 900 };

/**
 * A simulator with a bot and a browser for the tests of one file. Whatever goes wrong inside a page
 * (an uncaught error, anything the browser complains about) fails the test that opened it.
 */
export class ChatStage {
  simulator!: Simulator;
  bot!: TalkingBot;
  #browser!: Browser;
  readonly #contexts: BrowserContext[] = [];
  readonly #complaints: string[] = [];
  #people = 0;

  /** Registers the stage with the test runner. */
  static set(): ChatStage {
    const stage = new ChatStage();
    beforeAll(() => stage.#begin());
    afterEach(() => stage.#closePages());
    afterAll(() => stage.#end());
    return stage;
  }

  /** Somebody nobody else is called like, so that tests do not meet one another's people. */
  person(firstName: string): PersonCard & { name: string } {
    this.#people += 1;
    const lastName = `Uji${String(this.#people).padStart(3, '0')}`;
    const phone = `+6281290000${String(this.#people).padStart(3, '0')}`;
    const card = { firstName, lastName, phone, role: 'PSM', kelurahan: 'Karawaci' };
    return { ...this.simulator.addPerson(card), name: `${firstName} ${lastName}` };
  }

  /** Opens the page, with these people's phones open. */
  async open(people: PersonCard[] = [], options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: DESKTOP, ...options });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
    const [first, second] = people;
    const hash = [first && `p=${first.id}`, second && `q=${second.id}`].filter(Boolean).join('&');
    await page.goto(`${this.simulator.url}/#${hash}`);
    return page;
  }

  /** Opens the page on one person's phone, who has pressed Start and seen the greeting. */
  async openStarted(
    person: PersonCard & { name: string },
    options: BrowserContextOptions = {},
  ): Promise<PhoneOnPage> {
    const phone = new PhoneOnPage(await this.open([person], options), person.name);
    await phone.pressStart();
    await phone.sees('Halo, saya bot percobaan.');
    return phone;
  }

  async #begin(): Promise<void> {
    const card = { token: '71000:percobaan', username: 'percobaan_bot', name: 'Bot Percobaan' };
    this.simulator = await startSimulator({ bots: [card], limits: 'off' });
    const [bot] = this.simulator.bots;
    if (bot === undefined) throw new Error('The simulator has no bot');
    this.bot = startTalkingBot(this.simulator.url, bot);
    this.#browser = await startBrowser();
  }

  async #closePages(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
    expect(this.#complaints.splice(0)).toEqual([]);
  }

  async #end(): Promise<void> {
    this.bot.stop();
    await this.#browser.close();
    await this.simulator.stop();
  }
}
