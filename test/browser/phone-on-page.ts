import type { Locator, Page } from 'playwright-core';

/** One phone on the chat page, as a person sees and touches it. */
export class PhoneOnPage {
  readonly root: Locator;
  readonly messages: Locator;
  readonly input: Locator;

  constructor(page: Page, name: string) {
    this.root = page.getByRole('region', { name: `Ponsel ${name}`, exact: true });
    this.messages = this.root.getByRole('log');
    this.input = this.root.getByLabel('Tulis pesan');
  }

  async pressStart(): Promise<void> {
    await this.press('MULAI');
  }

  async says(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  /** Presses the button with this name, wherever on the phone it is. */
  async press(name: string): Promise<void> {
    await this.root.getByRole('button', { name, exact: true }).click();
  }

  /** Presses a key of the big keyboard; a message may have a button of the same name. */
  async pressKey(name: string): Promise<void> {
    const keys = this.root.getByRole('group', { name: 'Tombol balasan' });
    await keys.getByRole('button', { name, exact: true }).click();
  }

  /** Presses a button of the sheet that lies over the phone. */
  async confirm(name: string): Promise<void> {
    const sheet = this.root.getByRole('dialog');
    await sheet.getByRole('button', { name, exact: true }).click();
  }

  async choose(menuItem: string): Promise<void> {
    await this.root.getByRole('menuitem', { name: menuItem, exact: true }).click();
  }

  /** Waits until a message says this, and gives it. */
  async sees(text: string | RegExp): Promise<Locator> {
    const found = this.message(text);
    await found.first().waitFor();
    return found.first();
  }

  message(text: string | RegExp): Locator {
    return this.messages.getByRole('article').filter({ hasText: text });
  }

  /** Every message's text, top to bottom. */
  texts(): Promise<string[]> {
    return this.messages.locator('.text').allTextContents();
  }

  /** Opens the menu of the message that says this, by a right click. */
  async openMenu(text: string | RegExp): Promise<void> {
    const message = await this.sees(text);
    await message.locator('.bubble').click({ button: 'right' });
  }

  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.press('Lampirkan');
    const chooser = this.root.page().waitForEvent('filechooser');
    await this.choose('Foto atau berkas');
    await (await chooser).setFiles(file);
  }
}
