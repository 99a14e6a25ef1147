import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../browsers.mjs';
import type { Consent, Driver, Scheme } from './driver.ts';
import type { Routes, Server } from './routes.ts';
import { Screen } from './screen.ts';
import { until } from './until.ts';
import type { Wall } from './wall.ts';

/** A browser in the hands of a test or a demo. Made by `launch`. */
export class TestBrowser {
  readonly name: BrowserName;
  readonly #start: () => Promise<Driver>;
  readonly #extension: string;
  readonly #wall: Wall | undefined;
  readonly #cleanUp: () => Promise<void>;
  readonly #server: Server;
  readonly #earlierErrors: string[] = [];
  readonly #pages = new Set<Page>();
  #started: Driver | undefined;
  #scheme: Scheme = 'light';

  constructor(
    name: BrowserName,
    start: () => Promise<Driver>,
    extension: string,
    server: Server,
    wall: Wall | undefined,
    cleanUp: () => Promise<void>,
  ) {
    this.name = name;
    this.#start = start;
    this.#extension = extension;
    this.#server = server;
    this.#wall = wall;
    this.#cleanUp = cleanUp;
  }

  get #driver(): Driver {
    if (!this.#started) throw new Error('This browser is closed.');
    return this.#started;
  }

  async start(): Promise<void> {
    this.#started = await this.#start();
    await this.prefer(this.#scheme);
  }

  /** `Chrome/156.0`, `firefox/153.7`. */
  version(): Promise<string> {
    return this.#driver.browser.version();
  }

  /** Answers these addresses from now on, in every tab. */
  serve(routes: Routes): void {
    this.#server.serve(routes);
  }

  /** Answers all that is asked for at an origin, such as `https://api.example`. */
  serveAll(...of: Parameters<Server['serveAll']>): void {
    this.#server.serveAll(...of);
  }

  /** Lets requests to this computer through, at a port where a test has a server. */
  open(port: number): void {
    this.#server.open(`http://127.0.0.1:${port}`);
  }

  /** Opens a page at its true address in a new tab. */
  async page(url: string): Promise<Screen> {
    if (this.#wall && !this.#server.has(url)) throw new Error(`Nothing is served at ${url}.`);
    // A user is not left with the empty tab that the browser starts with; a test may close all others.
    const [empty] = this.#wall ? [] : await this.#driver.browser.pages();
    const screen = await this.#attend(empty ?? (await this.#driver.browser.newPage()));
    await screen.page.goto(url);
    await painted(screen.page);
    return screen;
  }

  /** The tab that somebody else has opened at this address, such as a click on a link. */
  async tab(url: string): Promise<Screen> {
    const { browser } = this.#driver;
    const page = await until(`a tab at ${url}`, async () => (await browser.pages()).find((tab) => tab.url() === url));
    return this.#attend(page);
  }

  /** Opens a page of Papergloss, such as `library.html`, in a new tab. */
  async extensionPage(path: string): Promise<Screen> {
    const page = await this.#driver.openExtensionPage(path);
    await painted(page);
    return this.#attend(page);
  }

  /** Opens the popup: over a page as the toolbar button does, with `activeTab` for that page; or else in a tab. */
  async popup(over?: Screen): Promise<Screen> {
    if (!over) return this.extensionPage('popup.html');
    return this.#attend(await this.#driver.openPopup(over.page));
  }

  /** Presses the keys of a command of the manifest, such as `find-papers`, over a page. They grant `activeTab`. */
  command(name: string, over: Screen): Promise<void> {
    return this.#driver.pressShortcut(name, over.page);
  }

  /**
   * Opens the context menu of a page, and chooses the one item that Papergloss has there. It grants `activeTab`. Chrome
   * does not tell what items say: there, the name is not looked at.
   */
  contextMenu(item: string, over: Screen): Promise<void> {
    return this.#driver.chooseMenuItem(item, over.page);
  }

  /**
   * Answers what the browser asks when Papergloss wants a permission. A popup that asks is closed by the question in
   * Chrome, and stays open in Firefox; a tab stays open in both.
   */
  async answerQuestion(answer: Consent): Promise<void> {
    let asked = false;
    await until(`the browser to ask for a permission, and to take “${answer}”`, async () => {
      const isAsking = await this.#driver.answerQuestion(answer);
      asked ||= isAsking;
      // For half a second it takes no answer, lest somebody meant something else; each early one starts that anew.
      if (isAsking) await new Promise((resolve) => setTimeout(resolve, 600));
      return asked && !isAsking;
    });
  }

  /** Takes back the permission for hosts that was granted, such as `https://blog.example/*`, in the browser's settings. */
  revokeHost(pattern: string): Promise<void> {
    return this.#driver.revokeHost(pattern);
  }

  /** All tabs that were opened here and are not closed. */
  screens(): Screen[] {
    return [...this.#pages].map((page) => new Screen(page));
  }

  /** Closes them, the latest first. */
  async closeTabs(): Promise<void> {
    for (const page of [...this.#pages].reverse()) {
      // A popup closes by itself, whenever something else gets the focus.
      await page.close().catch(() => {});
      this.#pages.delete(page);
    }
  }

  /** The text on the toolbar button over this page. */
  badge(over: Screen): Promise<string> {
    return this.#driver.badge(over.page);
  }

  /** Ends the background, as browsers do when it idles. The next message must wake it. */
  stopBackground(): Promise<void> {
    return this.#driver.stopBackground();
  }

  isBackgroundRunning(): Promise<boolean> {
    return this.#driver.isBackgroundRunning();
  }

  /** Loads the extension anew, as an update does: content scripts of open pages lose their background for good. */
  async reloadExtension(): Promise<void> {
    await this.#driver.browser.installExtension(this.#extension);
  }

  /** Takes the extension away: nothing answers the content scripts of open pages any more. */
  removeExtension(): Promise<void> {
    return this.#driver.browser.uninstallExtension(this.#driver.id);
  }

  /** Closes the browser and starts it again, with all that it remembers. Its pages are gone. */
  async restart(): Promise<void> {
    this.#earlierErrors.push(...(await this.#driver.errors()));
    await this.#driver.browser.close();
    this.#pages.clear();
    await this.start();
  }

  /** Says what the system asks for: light or dark. */
  async prefer(scheme: Scheme): Promise<void> {
    this.#scheme = scheme;
    await this.#driver.prefer(scheme, [...this.#pages]);
  }

  /** What went to consoles as an error since the last time: of pages, content scripts and the background. */
  async errors(): Promise<string[]> {
    return [...this.#earlierErrors.splice(0), ...(await this.#driver.errors())];
  }

  /** Requests since the last time that would have left for the network, whoever made them. */
  outgoing(): string[] {
    return [...this.#server.unanswered.splice(0), ...(this.#wall?.hosts.splice(0) ?? [])];
  }

  /** Resolves when the user closes the browser. */
  closed(): Promise<void> {
    return new Promise((resolve) => this.#driver.browser.once('disconnected', () => resolve()));
  }

  async close(): Promise<void> {
    await this.#started?.browser.close();
    this.#started = undefined;
    await this.#cleanUp();
  }

  async #attend(page: Page): Promise<Screen> {
    if (!this.#pages.has(page)) {
      this.#pages.add(page);
      page.once('close', () => this.#pages.delete(page));
      this.#driver.watch(page);
    }
    await this.#driver.prefer(this.#scheme, [page]);
    return new Screen(page);
  }
}

/** Chrome drops keys and clicks until it has painted a page, and paints none that is behind another by then. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
