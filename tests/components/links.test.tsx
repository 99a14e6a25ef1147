import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { linksOn } from '../../components/links';
import { PageTheme } from '../../lib/page/theme';
import { placesOn } from '../../lib/sites';
import type { Site } from '../../lib/sites/site';

/** A site whose lists have lost the class by which they were known. */
const site: Site = {
  name: 'Changed',
  matches: ['https://test.example/*'],
  expected: /^\//,
  lists: [
    {
      name: 'items',
      provenBy: 'unproven',
      example: 'https://test.example/',
      entry: '.known',
      read: () => ({ id: 'arxiv:2609.00001', title: 'Known' }),
      anchor: (item) => item,
    },
  ],
};

let annotate: ReturnType<typeof vi.fn<(site: Site, scanned?: (entries: number, isComplete: boolean) => void) => void>>;
let controller: AbortController;
const css = '';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Papergloss',
    version: '1',
  });
  controller = new AbortController();
  annotate = vi.fn();
  const items = Array.from(
    { length: 8 },
    (_, n) => `<li><a href="https://arxiv.org/abs/2609.0000${n}">Paper ${n}</a></li>`,
  );
  fill(`<main><ul>${items.join('')}</ul></main>`);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

const links = (of: Site | undefined = site) =>
  linksOn({ document, site: of, annotator: { annotate, theme: new PageTheme() }, css, signal: controller.signal });

/** Puts this on the page. */
function fill(html: string): void {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
}

/** What the notice in the corner says. */
const notice = () =>
  document.querySelector('papergloss-notice')?.shadowRoot?.querySelector('[role=status]')?.textContent;

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

test('a page of a known site that is full of papers, and has no entry, is read by its links', async () => {
  links().scanned(0, true);
  expect(annotate).not.toHaveBeenCalled();
  await wait(5000);
  expect(annotate).toHaveBeenCalledTimes(1);
  expect(notice()).toBe('Papergloss no longer recognises this list; using links instead.');
  const [fallback] = annotate.mock.calls[0] ?? [];
  expect(fallback?.name).toBe('Changed');
  expect(fallback && placesOn(document, fallback)).toHaveLength(8);
});

test('the links give way as soon as the list is there again', async () => {
  links().scanned(0, true);
  await wait(5000);
  const [fallback] = annotate.mock.calls[0] ?? [];
  document.querySelector('li')?.classList.add('known');
  expect(fallback && placesOn(document, fallback)).toEqual([]);
});

test('a list that comes late is no changed site', async () => {
  const { scanned } = links();
  scanned(0, true);
  await wait(1000);
  scanned(8, true);
  await wait(5000);
  expect(annotate).not.toHaveBeenCalled();
});

test('neither is a page without papers, nor one that is no list', async () => {
  links({ ...site, expected: /^\/lists/ }).scanned(0, true);
  await wait(5000);
  fill('<main>Nothing</main>');
  links().scanned(0, true);
  await wait(5000);
  expect(annotate).not.toHaveBeenCalled();
});

test('the report has the structure of the page, and not its words', async () => {
  const writeText = vi.fn(async (_: string) => {});
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  links().scanned(0, true);
  await wait(5000);
  const shadow = document.querySelector('papergloss-notice')?.shadowRoot;
  const copy = [...(shadow?.querySelectorAll('button') ?? [])].find((button) => button.textContent === 'Copy a report');
  await act(async () => copy?.click());
  const [report = ''] = writeText.mock.calls[0] ?? [];
  expect(report).toContain('li');
  expect(report).not.toContain('Paper 1');
  vi.unstubAllGlobals();
});

test('a notice that was closed is not shown again', async () => {
  links().scanned(0, true);
  await wait(5000);
  expect(notice()).toContain('no longer recognises');
  const shadow = document.querySelector('papergloss-notice')?.shadowRoot;
  const close = [...(shadow?.querySelectorAll('button') ?? [])].find((button) => button.textContent === 'Close');
  await act(async () => close?.click());
  expect(notice()).toBeUndefined();
  await wait(0);
  links().scanned(0, true);
  await wait(5000);
  expect(annotate).toHaveBeenCalledTimes(2);
  expect(notice()).toBeUndefined();
});

test('asked for papers, says how many there are, for a while', async () => {
  annotate.mockImplementation((_, scanned) => scanned?.(8, true));
  await act(async () => links(undefined).find());
  expect(notice()).toBe('Papergloss found 8 papers on this page.');
  await wait(10_000);
  expect(notice()).toBeUndefined();
});

test('asked again, or where there are none, says so', async () => {
  annotate.mockImplementation((_, scanned) => scanned?.(0, true));
  const { find } = links(undefined);
  await act(async () => find());
  await act(async () => find());
  expect(annotate).toHaveBeenCalledTimes(1);
  expect(notice()).toBe('Papergloss found no papers on this page.');
});

test('asked on a list that has its buttons, says that', async () => {
  const { find, scanned } = links();
  scanned(1, true);
  await act(async () => find());
  expect(annotate).not.toHaveBeenCalled();
  expect(notice()).toBe('The paper on this page has its buttons already.');
});
