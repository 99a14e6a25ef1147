import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Entry, place, watchEntries } from '../../../lib/page/watch';
import type { Site } from '../../../lib/sites/site';

/** A site with the least that a list can have. */
const site: Site = {
  name: 'Test',
  matches: ['https://test.example/*'],
  expected: /^\/list/,
  lists: [
    {
      name: 'items',
      provenBy: 'unproven',
      example: 'https://example.com/',
      entry: 'li',
      read: (item) => {
        const link = item.querySelector('a');
        const id = link?.getAttribute('href')?.slice(1);
        return id ? { id: `arxiv:${id}`, title: link?.textContent ?? '' } : undefined;
      },
      anchor: (item) => item.querySelector('h3'),
    },
  ],
};

const item = (id: string) => {
  const li = document.createElement('li');
  const link = document.createElement('a');
  link.href = `/${id}`;
  link.textContent = `Paper ${id}`;
  li.append(document.createElement('h3'));
  li.querySelector('h3')?.append(link);
  return li;
};

let list: HTMLElement;
let controller: AbortController;
let batches: Entry[][];

beforeEach(() => {
  list = document.createElement('ul');
  document.body.replaceChildren(list);
  controller = new AbortController();
  batches = [];
});
afterEach(() => {
  controller.abort();
  vi.restoreAllMocks();
});

/** Watches, and mounts the host of each entry as the content script does. */
function watch(watched = site, scanned?: (entries: number, isComplete: boolean) => void) {
  const report = (entries: Entry[]) => {
    batches.push(entries);
    for (const entry of entries) {
      place(entry);
      entry.mounted = true;
      entry.signal.addEventListener('abort', () => entry.host.remove());
    }
  };
  watchEntries(document, watched, report, controller.signal, scanned);
}

const shown = () => [...document.querySelectorAll<HTMLElement>('papergloss-entry')].map((host) => host.dataset.paper);

test('reports what is there in one batch, and what comes later in another', async () => {
  list.append(item('1'), item('2'));
  watch();
  expect(batches.map((entries) => entries.map(({ paper }) => paper.id))).toEqual([['arxiv:1', 'arxiv:2']]);
  list.append(item('3'), item('4'));
  await vi.waitFor(() => expect(batches).toHaveLength(2));
  expect(batches[1]?.map(({ paper }) => paper.seen?.position)).toEqual([3, 4]);
});

test('leaves alone what has not changed', async () => {
  list.append(item('1'));
  watch();
  const [host] = document.querySelectorAll('papergloss-entry');
  list.append(item('2'));
  await vi.waitFor(() => expect(shown()).toEqual(['arxiv:1', 'arxiv:2']));
  expect(document.querySelector('papergloss-entry')).toBe(host);
  expect(batches[0]?.[0]?.signal.aborted).toBe(false);
});

test('ends an entry that left the page', async () => {
  list.append(item('1'), item('2'));
  watch();
  list.firstElementChild?.remove();
  await vi.waitFor(() => expect(batches[0]?.[0]?.signal.aborted).toBe(true));
  expect(batches[0]?.[1]?.signal.aborted).toBe(false);
});

test('an element that is reused for another paper is mounted anew', async () => {
  list.append(item('1'));
  watch();
  const link = list.querySelector('a');
  link?.setAttribute('href', '/2');
  link?.replaceChildren('Paper 2');
  await vi.waitFor(() => expect(shown()).toEqual(['arxiv:2']));
  expect(batches[0]?.[0]?.signal.aborted).toBe(true);
});

test('a title that is rewritten in place, as MathJax does, keeps its controls', async () => {
  list.append(item('1'));
  watch();
  const [host] = document.querySelectorAll('papergloss-entry');
  list.querySelector('a')?.replaceChildren('Paper one');
  list.append(item('2'));
  await vi.waitFor(() => expect(shown()).toEqual(['arxiv:1', 'arxiv:2']));
  expect(document.querySelector('papergloss-entry')).toBe(host);
});

test('when the site renders an entry anew, its controls move there as they are', async () => {
  list.append(item('1'));
  watch();
  const [host] = document.querySelectorAll('papergloss-entry');
  list.replaceChildren(item('1'));
  await vi.waitFor(() => expect(shown()).toEqual(['arxiv:1']));
  expect(document.querySelector('papergloss-entry')).toBe(host);
  expect(batches).toHaveLength(1);
});

/** The site, on a page of which a scan reads no more than it has to: each entry takes as long as a whole scan may. */
function slow(): Site {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const lists = site.lists.map((list) => ({
    ...list,
    read: (...of: Parameters<typeof list.read>) => {
      now += 25;
      return list.read(...of);
    },
  }));
  return { ...site, lists };
}

const items = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => item(`${from + i}`));

test('when the site renders more entries anew than one scan reads, all controls move', async () => {
  list.append(...items(1, 250));
  watch(slow());
  await vi.waitFor(() => expect(shown()).toHaveLength(250));
  const entries = batches.flat();
  list.replaceChildren(...items(2, 250), item('251'));
  await vi.waitFor(() => expect(shown().at(-1)).toBe('arxiv:251'));
  expect(entries.filter(({ signal }) => signal.aborted).map(({ paper }) => paper.id)).toEqual(['arxiv:1']);
  expect(shown()).toHaveLength(250);
  expect(batches.flat()).toHaveLength(251);
});

test('entries whose paper has left are ended as soon as all that came is read', async () => {
  const known: number[] = [];
  list.append(...items(1, 250));
  watch(slow(), (entries) => known.push(entries));
  await vi.waitFor(() => expect(shown()).toHaveLength(250));
  const entries = batches.flat();
  known.length = 0;
  list.replaceChildren(...items(301, 450));
  await vi.waitFor(() => expect(entries.every(({ signal }) => signal.aborted)).toBe(true));
  expect(known).toEqual([100, 150]);
});

test('an element that is reused for another paper is mounted anew at once, whatever is still to be read', async () => {
  const first: (string | undefined)[] = [];
  list.append(item('1'));
  watch(slow(), () => first.push(shown()[0]));
  const link = list.querySelector('a');
  link?.setAttribute('href', '/2');
  link?.replaceChildren('Paper 2');
  list.append(...items(11, 160));
  await vi.waitFor(() => expect(first).toEqual(['arxiv:1', 'arxiv:2', 'arxiv:2']));
  expect(batches[0]?.[0]?.signal.aborted).toBe(true);
});

test('when the page throws the controls out, they are put back, but not for ever', async () => {
  list.append(item('1'));
  watch();
  const entry = batches[0]?.[0];
  entry?.host.remove();
  await vi.waitFor(() => expect(shown()).toEqual(['arxiv:1']));
  const guard = new MutationObserver(() => entry?.host.remove());
  guard.observe(list, { childList: true, subtree: true });
  entry?.host.remove();
  let quiet = 0;
  const removals = vi.spyOn(entry?.host as HTMLElement, 'remove');
  await vi.waitFor(
    () => {
      quiet = removals.mock.calls.length === quiet ? Number.POSITIVE_INFINITY : removals.mock.calls.length;
      expect(quiet).toBe(Number.POSITIVE_INFINITY);
    },
    { interval: 200, timeout: 5000 },
  );
  expect(removals.mock.calls.length).toBeLessThanOrEqual(20);
  guard.disconnect();
});

test('controls stand inside their anchor where the list says so, and are put back there', async () => {
  const inside = { ...site, lists: site.lists.map((list) => ({ ...list, controls: 'inside' as const })) };
  list.append(item('1'));
  watch(inside);
  const heading = list.querySelector('h3');
  const [host] = document.querySelectorAll('papergloss-entry');
  expect(heading?.lastElementChild).toBe(host);
  host?.remove();
  await vi.waitFor(() => expect(heading?.lastElementChild).toBe(host));
});

test('finds entries by a function where a list has one', () => {
  const [kind] = site.lists;
  if (!kind) throw new Error('The site has no list.');
  const first: Site = { ...site, lists: [{ ...kind, entry: (page) => [...page.querySelectorAll('li')].slice(0, 1) }] };
  list.append(item('1'), item('2'));
  watch(first);
  expect(shown()).toEqual(['arxiv:1']);
});

test('tells after each scan how many entries there are, and whether any is new or gone', async () => {
  const scanned = vi.fn();
  watch(site, scanned);
  expect(scanned.mock.calls).toEqual([[0, true, false]]);
  list.append(item('1'), item('2'));
  await vi.waitFor(() => expect(scanned).toHaveBeenLastCalledWith(2, true, true));
  document.body.append('something else');
  await vi.waitFor(() => expect(scanned).toHaveBeenLastCalledWith(2, true, false));
  list.replaceChildren();
  await vi.waitFor(() => expect(scanned).toHaveBeenLastCalledWith(0, true, true));
});

test('an entry knows its elements: the one that was selected, or as many as the list says', () => {
  const [kind] = site.lists;
  if (!kind) throw new Error('The site has no list.');
  list.append(item('1'), document.createElement('p'), item('2'));
  watch();
  expect(batches[0]?.map(({ parts }) => parts)).toEqual([[list.children[0]], [list.children[2]]]);
  controller.abort();

  controller = new AbortController();
  batches = [];
  const parts = (li: Element) => [li, ...(li.nextElementSibling ? [li.nextElementSibling] : [])];
  watch({ ...site, lists: [{ ...kind, parts }] });
  expect(batches[0]?.map(({ parts }) => parts)).toEqual([[list.children[0], list.children[1]], [list.children[2]]]);
});

test('an entry that the site renders anew has its new elements', async () => {
  list.append(item('1'));
  watch();
  const again = item('1');
  list.replaceChildren(again);
  await vi.waitFor(() => expect(batches[0]?.[0]?.parts).toEqual([again]));
});

test('what is not a paper after all is not reported', () => {
  const li = document.createElement('li');
  li.append(document.createElement('h3'));
  list.append(li);
  watch();
  expect(batches).toEqual([]);
});

test('stops with its signal', async () => {
  list.append(item('1'));
  watch();
  controller.abort();
  expect(shown()).toEqual([]);
  list.append(item('2'));
  const settled = new Promise((resolve) =>
    new MutationObserver(resolve).observe(document, { childList: true, subtree: true }),
  );
  list.append(item('3'));
  await settled;
  expect(batches).toHaveLength(1);
});
