/**
 * What the controls cost on lists of 25, 200 and 2,000 entries; the last once more when 300,000 papers were seen before,
 * and with 200 rules. The same page under an address that Papergloss does not know is the baseline. Then a reading list
 * with 3,000 links, on which papers are looked for when the user asks.
 */
import { launch } from '../browser/launch.ts';
import type { TestBrowser } from '../browser/test-browser.ts';
import { until } from '../browser/until.ts';
import { type Figures, mediansOf } from './medians.ts';

const sizes = [25, 200, 2000];
const links = 3000;
const sightings = 300_000;
const rules = 200;
const known = 'https://arxiv.org/list/cs.LG/2026-09';
const unknown = 'https://list.example/cs.LG/2026-09';

const readingList = 'https://reading.example/awesome-margins';

/** Milliseconds, but for the heap: megabytes. `first`, `visible`, `all` count from DOM ready, or from being asked. */
type Measure = Record<'first' | 'visible' | 'all' | 'longestTask' | 'scripts' | 'heap', number>;

/** One row for each list. */
export async function measureLists(runs: number): Promise<Record<string, Figures>> {
  const browser = await launch('chrome');
  const medians = (work: () => Promise<Measure>) => mediansOf(runs, work);
  try {
    const table: Record<string, Figures> = {};
    for (const size of sizes) {
      const html = listOf(size);
      browser.serve({ [known]: html, [unknown]: html });
      table[`${size} entries`] = await medians(() => measure(browser, known, size));
      table[`${size}, without Papergloss`] = await medians(() => measure(browser, unknown, 0));
    }
    const largest = Math.max(...sizes);
    await remember(browser, sightings);
    table[`${largest} entries, ${sightings} papers seen before`] = await medians(() =>
      measure(browser, known, largest),
    );
    await follow(browser, rules);
    table[`${largest} entries, and ${rules} rules`] = await medians(() => measure(browser, known, largest));
    browser.serve({ [readingList]: readingListOf(links) });
    table[`${links} links, when asked`] = await medians(() => measure(browser, readingList, links, true));
    table[`${links} links, without Papergloss`] = await medians(() => measure(browser, readingList, 0));
    return table;
  } finally {
    await browser.close();
  }
}

/** Makes the library remember so many papers that were seen on an earlier day, those of the lists among them. */
async function remember(browser: TestBrowser, count: number): Promise<void> {
  const page = await browser.extensionPage('options.html');
  await page.page.evaluate(async (count) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('papergloss');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction('seen', 'readwrite');
    const seen = transaction.objectStore('seen');
    for (let n = 0; n < count; n++) {
      const id = `arxiv:${2609 - Math.floor(n / 20_000)}.${String((n % 20_000) + 1).padStart(5, '0')}`;
      seen.put({ id, first: 20_000, last: 20_000 });
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  }, count);
  await page.page.close();
}

/** Makes so many rules, of which some apply to every paper. */
async function follow(browser: TestBrowser, count: number): Promise<void> {
  const page = await browser.extensionPage('options.html');
  await page.page.evaluate(async (count) => {
    const fields = ['words', 'author', 'subject', 'organization'];
    const texts = ['Paper', 'Ada Margin', 'cs.LG', 'Margin Lab'];
    const rules = Array.from({ length: count }, (_, n) => ({
      id: crypto.randomUUID(),
      act: n % 2 ? 'follow' : 'mute',
      field: fields[n % 4],
      text: n < 4 ? texts[n] : `${texts[n % 4]} ${n}`,
    }));
    const { chrome } = window as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } };
    await chrome.storage.local.set({ settings: { rules } });
  }, count);
  await page.page.close();
}

async function measure(browser: TestBrowser, url: string, entries: number, isAsked = false): Promise<Measure> {
  const screen = await browser.page(url);
  const { page } = screen;
  if (isAsked) {
    await page.evaluate(() => (window as unknown as Bench).begin());
    await browser.command('find-papers', screen);
  }
  const done = await until(`${entries} entries to carry controls`, () =>
    page.evaluate((count) => (window as unknown as Bench).bench(count), entries),
  );
  const { ScriptDuration = 0, JSHeapUsedSize = 0 } = await page.metrics();
  await page.close();
  return { ...done, scripts: ScriptDuration * 1000, heap: JSHeapUsedSize / 1e6 };
}

/** What the page below measures about itself; `undefined` until all is there and nothing long has run for a while. */
interface Bench {
  /** Measures from now on. */
  begin(): void;
  bench(entries: number): Pick<Measure, 'first' | 'visible' | 'all' | 'longestTask'> | undefined;
}

/** A page as arXiv builds them. */
function listOf(size: number): string {
  const entries = Array.from({ length: size }, (_, n) => {
    const id = `2609.${String(n + 1).padStart(5, '0')}`;
    return `<dt><a name="item${n}">[${n + 1}]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
      [<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="https://arxiv.org/html/${id}v1">html</a>]</dt>
    <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> Paper ${n} on $x^2$</div>
      <div class="list-authors"><a href="/a">Ada Margin</a>, <a href="/a">Cleo Sand</a>, <a href="/a">Emil Vale</a></div>
      <div class="list-comments mathjax"><span class="descriptor">Comments:</span> 12 pages</div>
      <div class="list-subjects"><span class="primary-subject">Machine Learning (cs.LG)</span></div></div></dd>`;
  });
  return `<!doctype html><title>Bench</title><script>${observer}</script><h1>Machine Learning</h1>
    <div id="dlpage"><dl id="articles">${entries.join('')}</dl></div>`;
}

/** A page as GitHub renders a reading list, of a host that Papergloss does not know. */
function readingListOf(size: number): string {
  const items = Array.from({ length: size }, (_, n) => {
    const id = `2609.${String(n + 1).padStart(5, '0')}`;
    return `<li><a href="https://arxiv.org/abs/${id}">On the Margins of Reading, Part ${n + 1}</a>, Margin et al., 2026.</li>`;
  });
  return `<!doctype html><title>Bench</title><script>${observer}</script><main><article><h1>Awesome margins</h1>
    <ul>${items.join('')}</ul></article></main>`;
}

const observer = `
  let ready = 0, first, visible, all, longestTask = 0, quietSince = 0;
  addEventListener('DOMContentLoaded', () => { ready = quietSince = performance.now(); });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime + duration <= ready) continue;
      longestTask = Math.max(longestTask, duration);
      quietSince = performance.now();
    }
  }).observe({ type: 'longtask', buffered: true });
  const inView = (host) => host.getBoundingClientRect().top < innerHeight;
  const isUsable = (host) => host.shadowRoot?.querySelector('button');
  const look = () => {
    const hosts = document.getElementsByTagName('papergloss-entry');
    if (hosts.length > 0) first ??= performance.now() - ready;
    if (visible === undefined && hosts.length > 0 && [...hosts].slice(0, 20).filter(inView).every(isUsable)) {
      visible = performance.now() - ready;
    }
    requestAnimationFrame(look);
  };
  look();
  window.begin = () => { ready = quietSince = performance.now(); longestTask = 0; };
  window.bench = (entries) => {
    const hosts = document.getElementsByTagName('papergloss-entry').length;
    if (hosts === entries) all ??= performance.now() - ready;
    if (all === undefined || performance.now() - quietSince < 500 || (entries > 0 && visible === undefined)) return undefined;
    return { first: first ?? 0, visible: visible ?? 0, all, longestTask };
  };
`;
