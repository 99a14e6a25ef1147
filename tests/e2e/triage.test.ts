import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults } from './axe.ts';
import { hfDaily } from './fixtures.ts';
import { monthOf } from './lists.ts';
import { controlsOn, inEveryBrowser, lookAt } from './story.ts';

const bar: [string, string] = ['region', 'Papergloss, this list'];

/** The papers that a page does not hide. */
function shownOn(page: Screen): Promise<string[]> {
  return page.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('papergloss-entry')]
      .filter((host) => host.checkVisibility())
      .map((host) => host.dataset.paper ?? ''),
  );
}

/** Waits until the bar over the list says this. */
async function barSays(page: Screen, ...texts: string[]): Promise<void> {
  for (const text of texts) await page.within(...bar).get('button', text);
}

/** What a screen reader was told last. */
function heard(page: Screen, text: RegExp): Promise<unknown> {
  return page.within('generic').get('status', text);
}

/** The dimmed, the marked … papers of a page. */
function looking(page: Screen, look: string): Promise<(string | undefined)[]> {
  return page.page.evaluate(
    (look) =>
      [...document.querySelectorAll(`[data-papergloss~="${look}"]`)].flatMap(
        (part) => part.querySelector<HTMLElement>('papergloss-entry')?.dataset.paper ?? [],
      ),
    look,
  );
}

inEveryBrowser((browser) => {
  const open = async (count: number, first = 1) => {
    const month = monthOf(count, first);
    browser().serve({ [month.url]: month.html });
    const page = await browser().page(month.url);
    await controlsOn(page, (controls) => controls === count);
    await page.within(...bar).get('button', /papers$/);
    return { ...month, page };
  };

  test('fifty entries are decided on by keys alone', async () => {
    const { page, ids } = await open(50);
    await page.press('j');
    const saved: string[] = [];
    const hidden: string[] = [];
    for (const [n, id] of ids.entries()) {
      const paper = `Margins, Part ${n + 1}`;
      await until(`${paper} to be the current row`, async () => (await looking(page, 'current'))[0] === id);
      if (n % 5 === 0) {
        await page.press('s', 'j');
        saved.push(id);
      } else if (n % 5 === 1) {
        await page.press('x'); // The next row takes its place.
        hidden.push(id);
      } else if (n === 12) {
        await page.press('n');
        await page.entry(id).focused(...onRow.note);
        await page.page.keyboard.type('see also j and k');
        await page.entry(id).get(...onRow.noteSaved);
        await page.press('Escape', 'j');
        saved.push(id);
      } else if (n === 13) {
        await page.press('r', 'r', 'j');
        saved.push(id);
      } else await page.press('j');
    }
    await barSays(page, '40 papers', '12 saved', '1 with a note', '10 hidden');
    const expected = ids.filter((id) => !hidden.includes(id));
    await until('hidden ones to go', async () => String(await shownOn(page)) === String(expected));

    const library = await browser().extensionPage('library.html');
    await until('all to be saved', async () => (await library.within('listbox').all('option')).length === saved.length);
    await library.get('paragraph', 'see also j and k');
    await page.page.bringToFront();

    // Each is taken back, the latest first.
    await page.press('u');
    await until('the last hidden to come back', async () => (await shownOn(page)).includes(hidden.at(-1) ?? ''));
    await heard(page, /^Undone/);
    await page.press('?');
    await page.get('dialog', 'Keys on lists');
    await page.press('Escape');
    await page.gone('dialog');
  });

  test('keys are off in fields, and those of the site are the site’s', async () => {
    const { page, ids } = await open(3, 101);
    await page.page.evaluate(() => {
      document.body.prepend(document.createElement('input'));
      document.addEventListener('keydown', (event) => event.key === 'k' && event.preventDefault());
    });
    await page.press('j', 'j', 'k');
    expect(await looking(page, 'current')).toEqual([ids[1]]);
    await page.page.focus('input');
    await page.page.keyboard.type('jxs');
    expect(await looking(page, 'current')).toEqual([ids[1]]);
    await barSays(page, '3 papers', '0 saved');
  });

  test('all that are shown are saved as one act, and a range by shift and a click', async () => {
    const { page, ids } = await open(6, 201);
    await page.within(...bar).click('button', 'Save 6 shown');
    await barSays(page, '6 saved');
    await page.within(...bar).click('button', 'Undo save of 6');
    await barSays(page, '0 saved');

    const row = (n: number) => page.entry(ids[n] ?? '');
    await row(1).click(...onRow.save);
    await page.page.keyboard.down('Shift');
    await row(4).click(...onRow.save);
    await page.page.keyboard.up('Shift');
    await barSays(page, '4 saved');
    await page.within(...bar).click('button', '4 saved');
    await until('only the saved ones', async () => String(await shownOn(page)) === String(ids.slice(1, 5)));
    await page.within(...bar).click('button', '6 papers');
    await page.within(...bar).click('button', 'Undo save of 3');
    await barSays(page, '1 saved');
  });

  test('what was on screen yesterday, on any site, is dimmed today; new ones are told from old ones', async () => {
    const first = await open(3, 302);
    await until('the sightings to be kept', async () => {
      await lookAt(first.page);
      const seen = await agedSightings(browser, 0);
      return first.ids.every((id) => seen.includes(id));
    });
    await first.page.page.close();
    await agedSightings(browser, 1);

    const { page, ids } = await open(5, 300);
    await until('three to be dimmed', async () => String(await looking(page, 'seen')) === String(ids.slice(2)));
    await page.get('separator', /^↑ New since your last visit, /);
    await barSays(page, '5 papers', '2 new');
    await page.within(...bar).click('button', 'Hide 3 seen');
    await until('seen ones to go', async () => String(await shownOn(page)) === String(ids.slice(0, 2)));
    await page.page.reload();
    await barSays(page, '3 seen hidden');
    await page.within(...bar).click('button', '3 seen hidden');
    await until('seen ones to come back', async () => (await shownOn(page)).length === 5);
    // It is not the list that was seen, but the paper.
    const article = `<!doctype html><title>Blog</title><main><article><h1>Two papers</h1>
      <ul><li><a href="https://arxiv.org/abs/${ids[2]?.slice(6)}">Margins</a></li>
      <li><a href="https://arxiv.org/abs/2607.00001">New</a></li></ul></article></main>`;
    browser().serve({ 'https://blog.example/two': article });
    const blog = await browser().page('https://blog.example/two');
    await browser().command('find-papers', blog);
    await until('one to be dimmed', async () => String(await looking(blog, 'seen')) === String([ids[2]]));
  });

  test.each([300, 2000])('a list of %i is counted, filtered, walked through and saved', async (count) => {
    const { page, ids } = await open(count, 1001);
    await barSays(page, `${count} papers`, '0 saved');
    await page.press('j', 'j', 's');
    await barSays(page, '1 saved');
    await page.within(...bar).click('button', '1 saved');
    await until('the saved one only', async () => String(await shownOn(page)) === String([ids[1]]));
    await page.within(...bar).click('button', `${count} papers`);
    await until('all', async () => (await shownOn(page)).length === count);
    if (count > 300) return;
    await page.within(...bar).click('button', `Save ${count - 1} shown`);
    await barSays(page, `${count} saved`);
    await page.within(...bar).click('button', `Undo save of ${count - 1}`);
    await barSays(page, '1 saved');
    await page.press('u');
    await barSays(page, '0 saved');
  });

  test('an abstract is shown that only the page’s data hold; a paper opens behind', async () => {
    const page = await browser().page(hfDaily.url);
    const [id] = await controlsOn(page);
    await page.press('j', 'a');
    await page.entry(id ?? '').get('paragraph');
    browser().serve({ [`https://huggingface.co/papers/${id?.slice(6)}`]: '<!doctype html><title>A paper</title>' });
    await page.press('O');
    const opened = await browser().tab(`https://huggingface.co/papers/${id?.slice(6)}`);
    expect(await page.page.evaluate(() => document.visibilityState)).toBe('visible');
    await opened.page.close();
  });

  test('bar, help and a dimmed row pass axe', async () => {
    const { page } = await open(3, 302);
    await page.press('j', '?');
    await page.get('dialog', 'Keys on lists');
    for (const name of ['papergloss-list', 'papergloss-notice', 'papergloss-entry', 'papergloss-announcer']) {
      expect(await faults(page.page, name)).toEqual([]);
    }
  });
});

type Browser = Parameters<Parameters<typeof inEveryBrowser>[0]>[0];

/** Makes everything that was seen older by so many days, and returns what was. */
async function agedSightings(browser: Browser, days: number): Promise<string[]> {
  const page = await browser().extensionPage('options.html');
  const seen = await page.page.evaluate(async (days) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('papergloss'));
    const transaction = database.transaction(['seen', 'visits'], 'readwrite');
    const [seen, visits] = [transaction.objectStore('seen'), transaction.objectStore('visits')];
    const records = await done(seen.getAll());
    for (const { id, first, last } of records) seen.put({ id, first: first - days, last: last - days });
    for (const { list, last } of await done(visits.getAll())) visits.put({ list, last: last - days });
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
    return records.map(({ id }) => id);
  }, days);
  await page.page.close();
  return seen;
}
