import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, findInPage, type Name, plain, type Step } from './roles.ts';
import { until } from './until.ts';

/** What a user sees and does in one page, or in a part of it. Everything waits for what it needs. */
export class Screen {
  readonly page: Page;
  readonly #steps: Step[];

  constructor(page: Page, steps: Step[] = []) {
    this.page = page;
    this.#steps = steps;
  }

  /** The controls of one paper. */
  entry(id: string): Screen {
    return new Screen(this.page, [...this.#steps, { css: `papergloss-entry[data-paper="${id}"]` }]);
  }

  /** A part: a list item, a dialog. */
  within(role: string, name?: Name): Screen {
    return new Screen(this.page, [...this.#steps, step(role, name)]);
  }

  /** The papers that carry controls at this moment, in order. */
  entries(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('papergloss-entry')].map((host) => host.dataset.paper ?? ''),
    );
  }

  /** All that there are at this moment. */
  async all(role: string, name?: Name): Promise<ElementHandle[]> {
    const found = await this.page.evaluateHandle(findInPage, [...this.#steps, step(role, name)].map(plain));
    const elements = [...(await found.getProperties()).values()].map((handle) => handle.asElement());
    return elements.filter((element) => element !== null) as ElementHandle[];
  }

  /** Waits until there is one, and only one. */
  get(role: string, name?: Name): Promise<ElementHandle> {
    return this.#until(this.#describe(role, name), () => this.#find(role, name));
  }

  /** Waits until there is none. */
  async gone(role: string, name?: Name): Promise<void> {
    const what = `${this.#describe(role, name)} to go`;
    await until(what, async () => (await this.all(role, name)).length === 0);
  }

  /** Waits until it has the focus. */
  async focused(role: string, name?: Name): Promise<void> {
    await this.#until(`the focus on ${this.#describe(role, name)}`, async () =>
      (await this.#find(role, name)).evaluate((element) => element.matches(':focus')),
    );
  }

  async click(role: string, name?: Name): Promise<void> {
    // Rendered anew between finding and clicking, it is looked for again.
    await this.#until(`a click on ${this.#describe(role, name)}`, async () => {
      const element = await this.#find(role, name);
      await this.page.bringToFront();
      await element.click().catch((error) => {
        // A popup closes on a click that leads elsewhere, before the button is up again.
        if (!this.page.isClosed()) throw error;
      });
      return true;
    });
  }

  /** Types at the end of what is in a field. */
  async type(role: string, name: Name, text: string): Promise<void> {
    const field = await this.get(role, name);
    await this.page.bringToFront();
    await field.evaluate((element) => {
      const input = element as HTMLTextAreaElement;
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    });
    await this.page.keyboard.type(text);
  }

  async press(...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
    await this.page.bringToFront();
    for (const key of keys) {
      await this.page.keyboard.press(key).catch((error) => {
        // A popup closes on a key that leads elsewhere, before the key is up again.
        if (!this.page.isClosed()) throw error;
      });
    }
  }

  /** What is in a field. */
  async value(role: string, name?: Name): Promise<string> {
    return (await this.get(role, name)).evaluate((element) => (element as HTMLInputElement).value);
  }

  async attribute(role: string, name: Name, attribute: string): Promise<string | null> {
    return (await this.get(role, name)).evaluate((element, key) => element.getAttribute(key), attribute);
  }

  /** What can be used and read here, for messages: `button "Save", status "Saved"`. */
  async inventory(): Promise<string> {
    const found = await this.page.evaluate(findInPage, this.#steps.map(plain), true);
    return found.slice(0, 20).join(', ') || 'no controls';
  }

  /** Saves a picture, of the whole page if asked. */
  async screenshot(path: `${string}.png`, fullPage = false): Promise<void> {
    await this.page.bringToFront();
    await this.page.screenshot({ path, fullPage });
  }

  async #find(role: string, name?: Name): Promise<ElementHandle> {
    const [found, second] = await this.all(role, name);
    if (second) throw new Error('there is more than one.');
    if (!found) throw new Error('there is none.');
    return found;
  }

  /** As `until`; what never comes is told with what is there instead. */
  async #until<T>(what: string, ask: () => Promise<T | false>): Promise<T> {
    try {
      return await until(what, ask);
    } catch (error) {
      // Of a page that is closed nothing more can be said.
      const here = await this.inventory().catch(() => undefined);
      if (here && error instanceof Error) error.message += ` Here are only ${here}.`;
      throw error;
    }
  }

  #describe(role: string, name?: Name): string {
    return [...this.#steps, step(role, name)].map(describe).join(' → ');
  }
}

function step(role: string, name: Name | undefined): Step {
  return name === undefined ? { role } : { role, name };
}
