import type { ElementHandle } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faultsInBothThemes } from './axe.ts';
import { inEveryBrowser } from './story.ts';

/** What papers of each topic are about; every fourth word is another. */
const topics = [
  ['protein', 'folding', 'residue', 'structure', 'helix', 'contact', 'graph', 'sequence'],
  ['pebble', 'beach', 'wave', 'tide', 'sand', 'current', 'erosion', 'shore'],
  ['knot', 'braid', 'topology', 'manifold', 'surface', 'genus', 'loop', 'theorem'],
  ['margin', 'note', 'reader', 'annotation', 'book', 'handwriting', 'gloss', 'scribe'],
];
const venues = ['NeurIPS 2023', 'NeurIPS 2024', 'Nature', undefined];

inEveryBrowser((browser, { isForAxe }) => {
  const openPictures = async () => {
    const library = await browser().extensionPage('library.html');
    await open(library);
    await library.get('heading', 'A map by similarity');
    await until('the map', async () => (await library.all('button', /: To read$/)).length > 0);
    return library;
  };
  const picture = (library: Screen, name: string) => library.within('region', name);
  /** What a screen reader calls these buttons. */
  const names = async (screen: Screen, name: RegExp) => {
    const buttons = await screen.all('button', name);
    return Promise.all(buttons.map((button) => button.evaluate((element) => element.getAttribute('aria-label') ?? '')));
  };

  test('charts and tables agree, and say every paper once', async () => {
    const start = await browser().extensionPage('library.html');
    await start.get('heading', 'No papers saved yet');
    await start.gone('button', 'Pictures');
    await seed(start);
    const library = await openPictures();

    const calendar = picture(library, 'Saved and read, by day');
    const days = await names(calendar, /: \d+ (saved|read)/);
    expect(sum(days, / (\d+) saved/)).toBe(60);
    expect(sum(days, / (\d+) read/)).toBe(15);
    await calendar.click('button', 'Table');
    await calendar.get('table', 'Saved and read, by day');
    const cells = await names(calendar, /: \d+ (saved|read)$/);
    expect(cells.filter((cell) => / saved$/.test(cell)).toSorted()).toEqual(
      days
        .filter((day) => / saved/.test(day))
        .map((day) => day.replace(/, \d+ read$/, ''))
        .toSorted(),
    );
    expect(sum(cells, / (\d+) read/)).toBe(15);

    const years = picture(library, 'Papers over the years');
    const bars = await names(years, /, .*: \d+ papers?$/);
    expect(sum(bars, /: (\d+) papers?$/)).toBe(60);
    await years.click('button', 'Table');
    await years.get('table', 'Papers over the years');
    expect(await names(years, /, \d{4}: \d+ papers?$/)).toEqual(bars);

    const map = picture(library, 'A map by similarity');
    const points = await names(map, /: (To read|Read)$/);
    expect(points).toHaveLength(60);
    await map.click('button', 'Table');
    await map.get('table', 'A map by similarity');
    expect((await map.all('row')).length).toBe(61);
  });

  test('papers that say the same are neighbours', async () => {
    const library = await openPictures();
    const map = picture(library, 'A map by similarity');
    await map.click('button', 'Table');
    await map.get('table', 'A map by similarity');
    const rows = await map.all('row', /Number \d+/);
    const pairs = await Promise.all(
      rows.map((row) =>
        row.evaluate(({ children }) => [children[0], children[2]].map((cell) => cell?.textContent ?? '')),
      ),
    );
    const topicOf = (title: string) => topics.findIndex((topic) => topic.includes(/^\w+/.exec(title)?.[0] ?? ''));
    expect(pairs).toHaveLength(60);
    const strangers = pairs.filter(([own = '', other = '']) => topicOf(own) < 0 || topicOf(own) !== topicOf(other));
    expect(strangers).toEqual([]);
  });

  test('a click filters, of a chart and of its table; and so do keys; the list shows what is found', async () => {
    const library = await openPictures();
    const search = () => library.value('combobox', 'Search saved papers');
    const found = async (papers: number) => library.get('status', papers === 1 ? '1 paper' : `${papers} papers`);
    const years = picture(library, 'Papers over the years');
    const [bar = ''] = await names(years, /^NeurIPS, 2023: /);
    await years.click('button', bar);
    expect(await search()).toBe('venue:"NeurIPS" year:2023');
    await found(Number(/: (\d+) papers?$/.exec(bar)?.[1]));
    await (await years.get('button', /^Nature \d+ papers$/)).focus();
    await library.press('ArrowRight');
    const [next = ''] = await names(years, /^Nature, \d{4}: /);
    await years.focused('button', next);
    await library.press('Enter');
    expect(await search()).toMatch(/^venue:"Nature" year:20\d\d$/);
    await found(Number(/: (\d+) papers?$/.exec(next)?.[1]));
    const none = await years.get('button', /^No venue \d+ papers$/);
    await years.click('button', /^No venue \d+ papers$/);
    expect(await search()).toBe('-has:venue');
    await found(Number(await none.evaluate(({ textContent }) => / (\d+) papers$/.exec(textContent ?? '')?.[1])));
    const calendar = picture(library, 'Saved and read, by day');
    const shown = await names(calendar, /: \d+ saved/);
    const day = shown.at(-1) ?? '';
    await calendar.click('button', day);
    expect(await search()).toMatch(/^saved:20\d\d-\d\d-\d\d$/);
    await found(Number(/: (\d+) saved/.exec(day)?.[1]));
    const pressed = await search();
    await library.press('Home');
    const [first = ''] = await names(calendar, /: \d+ (saved|read)/);
    await calendar.focused('button', first);
    await library.press('Enter');
    await until('another day', async () => (await search()) !== pressed);
    await calendar.click('button', 'Table');
    const [latest = ''] = await names(calendar, /: \d+ saved$/);
    await calendar.click('button', latest);
    expect(await search()).toMatch(/^saved:20\d\d-\d\d-\d\d$/);
    await found(Number(/: (\d+) saved$/.exec(latest)?.[1]));
    const [read = ''] = await names(calendar, /: \d+ read$/);
    await calendar.click('button', read);
    expect(await search()).toMatch(/^read:20\d\d-\d\d-\d\d$/);
    await found(Number(/: (\d+) read$/.exec(read)?.[1]));
    const map = picture(library, 'A map by similarity');
    const [, point] = await map.all('button', /: (To read|Read)$/);
    await point?.evaluate((element) => (element as SVGElement).focus());
    await library.press(' ');
    expect(await search()).toMatch(/^title:"\w+ and \w+, Number \d+"$/);
    await found(1);
    const byKey = await search();
    await (await pressable(await map.all('button', /: (To read|Read)$/), 2)).click();
    await until('another paper', async () => (await search()) !== byKey);
    await found(1);
    await (await library.get('button', 'Pictures')).focus();
    await library.press('Enter');
    await library.gone('region', 'Pictures of the library');
    await library.press(' ');
    await library.get('region', 'Pictures of the library');
  });

  test('related papers open, and the words that both have are found', async () => {
    const library = await browser().extensionPage('library.html');
    await library.click('option', /Number 1\b/);
    const details = library.within('region', 'Details');
    await details.get('heading', /Number 1$/);
    const [topic = ''] = topics;
    await details.click('button', 'Related papers');
    const related = details.within('region', 'Related papers');
    await until('related papers', async () => (await related.all('listitem')).length === 5);
    const titles = await related.all('button', /Number \d+$/);
    const texts = await Promise.all(titles.map((title) => title.evaluate(({ textContent }) => textContent ?? '')));
    for (const text of texts) expect(topic).toContain(/^\w+/.exec(text)?.[0]);
    await related.click('button', texts[0] ?? '');
    await details.get('heading', texts[0] ?? '');
    // Of the next one it is open too.
    await until('its related papers', async () => (await related.all('button', /Number \d+$/)).length === 5);
    const [word] = await related.all('button', /^Find “/);
    const name = await word?.evaluate((element) => element.getAttribute('aria-label') ?? '');
    await word?.click();
    await library.gone('region', 'Details');
    expect(`Find “${await library.value('combobox', 'Search saved papers')}”`).toBe(name);
  });

  test('old papers are there for who looks, until they are not wanted this week, or at all', async () => {
    const library = await browser().extensionPage('library.html');
    await library.click('button', 'From a while ago');
    const old = library.within('region', 'From a while ago');
    await until('old papers', async () => (await old.all('listitem')).length === 5);
    const [first] = await old.all('button', /Number \d+$/);
    const title = await first?.evaluate(({ textContent }) => textContent ?? '');
    await first?.click();
    await library.within('region', 'Details').get('heading', title);
    await old.click('button', 'Not now');
    await old.get('status', 'Not this week.');
    const later = await browser().extensionPage('library.html');
    await later.get('button', 'Pictures');
    await later.get('status', '60 papers');
    await old.click('button', 'Show again');
    const options = await browser().extensionPage('options.html');
    await options.click('switch', 'From a while ago');
    await library.gone('region', 'From a while ago');
    await options.click('switch', 'From a while ago');
    await library.get('button', 'From a while ago');
  });

  test.each([360, 1280, 3840])(
    'at %i pixels nothing is wider, also right to left; axe finds nothing in light and dark',
    async (width) => {
      const library = await browser().extensionPage('library.html');
      const isFine = async (name: string) => {
        await taken(library, `${name}-${width}`);
        expect(await beyond(library), name).toEqual([]);
        if (isForAxe)
          expect(await faultsInBothThemes(browser(), library, 'html', `${name}-${width}`), name).toEqual([]);
      };
      await library.page.setViewport({ width, height: width === 3840 ? 2160 : 800 });
      await open(library);
      await until('the map', async () => (await library.all('button', /: To read$/)).length > 0);
      for (const direction of ['rtl', 'ltr']) {
        await library.page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
        expect(await beyond(library), direction).toEqual([]);
      }
      await isFine('pictures');
      for (const name of ['Saved and read, by day', 'Papers over the years', 'A map by similarity']) {
        await picture(library, name).click('button', 'Table');
        await picture(library, name).get('table', name);
      }
      await isFine('tables');
      await library.click('button', 'Pictures');
      await library.click('button', 'From a while ago');
      await library.click('option', /Number 1\b/);
      const details = library.within('region', 'Details');
      await details.click('button', 'Related papers');
      await until('related papers', async () => (await details.all('button', /^Find “/)).length > 0);
      await isFine('related');
    },
  );
});

async function open(library: Screen): Promise<void> {
  await library.click('button', 'Pictures');
}

/** The first of them, after so many, that nothing covers. */
async function pressable(points: ElementHandle[], after: number): Promise<ElementHandle> {
  let seen = 0;
  for (const point of points) {
    const isOnTop = await point.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === element;
    });
    if (isOnTop && seen++ >= after) return point;
  }
  throw new Error('All papers of the map are covered.');
}

/** Leaves pictures for whoever asks for them: of the window, and of all that is drawn. */
async function taken(library: Screen, name: string): Promise<void> {
  const folder = process.env.PICTURES_TAKEN;
  if (!folder) return;
  await library.screenshot(`${folder}/${name}.png`);
  const [pictures] = await library.all('region', 'Pictures of the library');
  await pictures?.screenshot({ path: `${folder}/${name}-whole.png` });
}

function sum(names: string[], count: RegExp): number {
  return names.reduce((sum, name) => sum + Number(count.exec(name)?.[1] ?? 0), 0);
}

/** What makes the page scroll sideways. */
function beyond({ page }: Screen): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : [];
  });
}

/** Sixty papers, saved over the last months; every fourth was read. Saving takes the day from the clock: this does not. */
async function seed({ page }: Screen): Promise<void> {
  const day = 86_400_000;
  const papers = Array.from({ length: 60 }, (_, i) => {
    const topic = topics[i % topics.length] ?? [];
    const words = topic.map((_, n) => topic[(n * 3 + i * 5 + (i >> 3) * n) % topic.length]);
    const venue = venues[((i * 7) % 5) % 4];
    const id = `arxiv:2${2 + (i % 4)}09.${10_000 + i}`;
    const paper = {
      id,
      title: `${words[0]} and ${words[1]}, Number ${i + 1}`,
      authors: ['Ada Margin'],
      abstract: `${words.join(' ')}. ${words.slice(2, 5).join(' ')}.`,
      published: `${venue ? (/\d{4}/.exec(venue)?.[0] ?? 2022 + (i % 4)) : 2022 + (i % 4)}-06-01`,
      ...(venue && { venue }),
      seen: { site: 'arXiv', url: 'https://arxiv.org/list/cs.LG/new' },
    };
    const savedAt = Date.now() - ((i * i) % 300) * day;
    const tags = [topic[0] ?? '', ...(i % 5 === 0 ? ['to cite'] : [])];
    return {
      record: { id, paper, savedAt },
      alias: { id, paperId: id },
      marks: {
        paperId: id,
        tags: tags.map((name) => ({ name, at: savedAt })),
        tagKeys: tags,
        ...(i % 4 === 0 && { status: { value: 'read', at: Math.min(savedAt + 5 * day, Date.now()) } }),
      },
    };
  });
  await page.evaluate(async (papers) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('papergloss'));
    const transaction = database.transaction(['papers', 'aliases', 'marks', 'searchChanges'], 'readwrite');
    for (const { record, alias, marks } of papers) {
      transaction.objectStore('papers').put(record);
      transaction.objectStore('aliases').put(alias);
      transaction.objectStore('marks').put(marks);
      transaction.objectStore('searchChanges').put({ paperId: record.id, change: crypto.randomUUID() });
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, papers);
}
