import { expect, test } from 'vitest';
import { marks } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faultsInBothThemes } from './axe.ts';
import { manyPapers, saveMany } from './many-papers.ts';
import { inEveryBrowser } from './story.ts';

const count = 300;
const papers = manyPapers(count);
const search: [string, string] = ['combobox', 'Search saved papers'];
const latest = papers.at(-1)?.title ?? '';

/** The titles of the rows that are on screen, wholly or in part. */
function rowsOn({ page }: Screen): Promise<string[]> {
  return page.evaluate(() => {
    const { top = 0, bottom = 0 } = document.querySelector('[role="listbox"]')?.getBoundingClientRect() ?? {};
    return [...document.querySelectorAll('[role="listbox"] [role="option"]')]
      .filter((row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom)
      .sort((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))
      .map((row) => row.querySelector('.title')?.textContent ?? '');
  });
}

/** The address, as one would bookmark it. */
const addressOf = ({ page }: Screen) => page.evaluate(() => location.search);

/** Back, or forward. */
const go = ({ page }: Screen, steps: number) => page.evaluate((steps) => history.go(steps), steps);

const found = (page: Screen, papers: number) => page.get('status', papers === 1 ? '1 paper' : `${papers} papers`);

inEveryBrowser((browser, { isForAxe }) => {
  test('shows what was saved last first, and finds as one types', async () => {
    await saveMany(browser(), count);
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    await until('the list', async () => (await rowsOn(page))[0] === latest);
    await page.focused(...search);
    await page.page.keyboard.type('folding pebbles');
    const expected = papers.filter(({ title }) => /folding.*pebbles|pebbles.*folding/i.test(title)).length;
    await found(page, expected);
    await page.press('Escape');
    await found(page, count);
  });

  test('facets, order, back and forward; the address keeps it all over a reload', async () => {
    const page = await browser().extensionPage('library.html');
    await page.click('button', /^graph networks/);
    await found(page, 30);
    expect(await page.value(...search)).toBe('tag:"graph networks"');
    // Until all are counted, what stands above it may grow: a click would miss it.
    await until('all facets', () => page.page.$('#filters[aria-busy="false"]'));
    await page.click('button', /^4 of 5 stars/);
    await found(page, 5);
    await page.page.select('select[aria-label="Sort by"]', 'title');
    const titles = papers.slice(0, 50).filter((_, n) => n % 10 === 0);
    const sorted = titles.map(({ title }) => title).sort((a, b) => a.localeCompare(b));
    await until('the order', async () => String(await rowsOn(page)) === String(sorted));
    const address = await addressOf(page);
    await page.page.evaluate(() => {
      document.body.dataset.before = '';
      location.reload();
    });
    const isNew = () => page.page.evaluate(() => document.body.dataset.before === undefined);
    await until('the page to load anew', isNew);
    await until('the same list', async () => String(await rowsOn(page)) === String(sorted));
    expect(await addressOf(page)).toBe(address);

    await go(page, -1);
    await go(page, -1);
    await found(page, 30);
    expect(await page.attribute('button', /^4 of 5 stars/, 'aria-pressed')).toBe('false');
    await go(page, 1);
    await found(page, 5);
  });

  test('a range is selected by keys, tagged as one act, and untagged by one undo', async () => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    await page.press('ArrowDown');
    await page.page.keyboard.down('Shift');
    await page.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await page.page.keyboard.up('Shift');
    await page.get('status', '4 selected');
    await page.type(...marks.addTag, 'by hand');
    await page.press('Enter');
    await page.get('button', 'by hand 4');
    await page.click('button', 'Undo');
    await page.gone('button', /^by hand/);

    await page.page.focus('[role="listbox"]');
    await page.page.keyboard.down('Control');
    await page.press('a');
    await page.page.keyboard.up('Control');
    await page.get('status', `${count} selected`);
    await page.press('?');
    await page.get('dialog', 'Keys in the list');
    await page.press('Escape');
    await page.gone('dialog');
    await page.get('status', `${count} selected`);
    await page.press('Escape');
    await found(page, count);
    await page.press('x', 'Delete');
    await found(page, count - 1);
    await page.press('u');
    await found(page, count);
  });

  test('details, a note and a removal by keys alone', async () => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    await page.press('ArrowDown', 'ArrowDown', 'Enter');
    const details = page.within('region', 'Details');
    const second = papers.at(-2);
    await details.get('heading', second?.title ?? '');
    await page.focused('region', 'Details');
    await page.press('Escape');
    await page.gone('region', 'Details');
    await page.focused('listbox');
    await page.press('n');
    await details.focused('textbox', 'Note');
    await page.page.keyboard.type('a line by hand');
    await details.get('status', 'Saved');
    await details.focused('textbox', 'Note');
    await page.within('listbox').get('paragraph', 'a line by hand');
    await page.press('Escape', 'Escape');
    await page.focused('listbox');
    await page.press('Delete');
    await found(page, count - 1);
    await page.press('u');
    await found(page, count);
    await page.within('listbox').get('paragraph', 'a line by hand');
  });

  test('End leads to the last row, of which nothing was read yet, and Home to the first', async () => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    await page.page.focus('[role="listbox"]');
    await page.press('End');
    await until('the last row', async () => (await rowsOn(page)).at(-1) === papers[0]?.title);
    await page.press('Home');
    await until('the first row', async () => (await rowsOn(page))[0] === latest);
  });

  test('no row is blank, however one scrolls, and one comes back to where one was', async () => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    await until('the list', async () => (await rowsOn(page))[0] === latest);
    const blank = await page.page.evaluate(async () => {
      const list = document.querySelector<HTMLElement>('[role="listbox"]');
      if (!list) throw new Error('There is no list.');
      const blank: string[] = [];
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      while (list.scrollTop + list.clientHeight < list.scrollHeight - 1) {
        list.scrollTop += 300;
        await frame();
        await frame();
        const { left, top, height } = list.getBoundingClientRect();
        for (const y of [0.05, 0.5, 0.95]) {
          const row = document.elementFromPoint(left + 60, top + height * y)?.closest('[role="option"]');
          if (!row || row.ariaBusy === 'true') blank.push(`${list.scrollTop}, ${y}`);
        }
      }
      list.scrollTop = list.scrollHeight / 2;
      await frame();
      return blank;
    });
    expect(blank).toEqual([]);
    const middle = await until('rows', async () => {
      const rows = await rowsOn(page);
      return rows.length > 3 && rows[0] !== latest && rows;
    });
    await page.page.focus('input[type="search"]');
    await page.page.keyboard.type('echoes');
    await until('what was found', async () => (await rowsOn(page)).every((title) => title.includes('Echoes')));
    await go(page, -1);
    await until('the same rows', async () => (await rowsOn(page)).slice(0, 3).includes(middle[1] ?? '-'));
  });

  test('a view is saved, and opens by its link', async () => {
    const page = await browser().extensionPage('library.html');
    await page.type(...search, 'year:2024');
    await page.click('button', 'Save this view');
    await page.focused('textbox', 'Name of the view');
    await page.page.keyboard.type('Of 2024');
    await page.press('Enter');
    const link = await page.get('link', 'Of 2024');
    const address = await link.evaluate((link) => (link as HTMLAnchorElement).search);
    const other = await browser().extensionPage(`library.html${address}`);
    await found(other, papers.filter(({ published }) => published.startsWith('2024')).length);
    await other.click('button', 'Remove view Of 2024');
    await other.gone('link', 'Of 2024');
    await page.gone('link', 'Of 2024');
  });

  test('on a narrow screen, facets are a drawer, and details a page of their own', async () => {
    const page = await browser().extensionPage('library.html');
    await page.page.setViewport({ width: 360, height: 780 });
    await page.gone('button', /^graph networks/);
    await page.click('button', 'Filters');
    await page.click('button', /^graph networks/);
    await page.click('button', 'Show 30 papers');
    await page.focused('button', 'Filters');
    const [title = ''] = await until('rows', async () => {
      const rows = await rowsOn(page);
      return rows.length > 0 && rows;
    });
    await page.within('listbox').click('paragraph', title);
    await page.focused('region', 'Details');
    await page.gone('listbox');
    const wide = await page.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await page.click('button', 'Back to the list');
    await page.get('listbox');
    await page.focused('listbox');
  });

  test.runIf(isForAxe)('passes axe in light and dark, narrow and wide, as cards and as columns', async () => {
    for (const width of [360, 1280]) {
      for (const address of ['?q=tag:"graph networks"', '?view=columns', '?paper=arxiv:2609.10281']) {
        const page = await browser().extensionPage(`library.html${encodeURI(address)}`);
        await page.page.setViewport({ width, height: 900 });
        if (address.includes('paper')) await page.get('heading', papers[280]?.title ?? '');
        else {
          const first = address.includes('tag') ? 'Bounding Margins 290' : latest;
          await page.within('listbox').get('option', new RegExp(first));
          await page.press('ArrowDown', 'x');
          await page.get('status', '1 selected');
        }
        expect(await faultsInBothThemes(browser(), page, 'html', `library-${width}`), `${width}, ${address}`).toEqual(
          [],
        );
        await page.page.close();
      }
    }
    const page = await browser().extensionPage('library.html');
    await page.page.setViewport({ width: 360, height: 900 });
    await page.click('button', 'Filters');
    await page.get('button', /^graph networks/);
    expect(await faultsInBothThemes(browser(), page, 'html', 'library-filters')).toEqual([]);
  });
});
