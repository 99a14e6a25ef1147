import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { vi } from 'vitest';
import { Library } from '../../components/library/Library';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { LivePlace } from '../../lib/library-place';
import type { Paper } from '../../lib/paper';
import { aPaper } from '../papers';
import { chosen } from './options';

/** Rows are 100 pixels high, and the list shows eight of them: jsdom measures nothing. */
export function measure(): void {
  const height = (element: HTMLElement) => (element.role === 'listbox' ? 800 : 100);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return height(this);
  });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(100_000);
  Element.prototype.scrollTo = function (this: Element, to?: unknown) {
    this.scrollTop = (to as ScrollToOptions).top ?? 0;
    queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
  } as Element['scrollTo'];
}

/** The library page at an address, with these papers, the first saved first. */
export async function libraryPage(saved: Paper[], search = '', views: Parameters<typeof chosen>[0] = {}) {
  measure();
  for (const [n, paper] of saved.entries()) {
    const now = vi.spyOn(Date, 'now').mockReturnValue(n + 1);
    await library.save(paper);
    now.mockRestore();
  }
  history.replaceState(null, '', `/library.html${search}`);
  const controller = new AbortController();
  const live = new LivePlace(controller.signal);
  const settings = await chosen(views);
  const openPage = vi.fn();
  // What is suspended goes on within an act only.
  const page = await act(async () =>
    render(
      <Suspense>
        <Library {...{ library, settings, live, openPage }} />
      </Suspense>,
    ),
  );
  await screen.findByRole('searchbox');
  const user = userEvent.setup();
  const leave = () => {
    page.unmount();
    controller.abort();
  };
  return { user, live, settings, openPage, leave };
}

/** Papers with titles `Paper 001` …, of which the last was saved last. */
export function papers(count: number, about: (n: number) => Partial<Paper> = () => ({})): Paper[] {
  return Array.from({ length: count }, (_, i) => {
    const number = String(i + 1).padStart(3, '0');
    return aPaper({ id: `arxiv:2609.10${number}`, title: `Paper ${number}`, ...about(i + 1) });
  });
}

export async function emptyLibrary(): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}

export const list = () => screen.getByRole('listbox', { name: 'Saved papers' });
/** The rows that are there, once there are some. */
export const rows = async () => within(await screen.findByRole('listbox')).findAllByRole('option');
export function titles(selected?: boolean): string[] {
  const list = screen.queryByRole('listbox');
  const rows = list ? within(list).queryAllByRole('option', selected === undefined ? {} : { selected }) : [];
  return rows.map((row) => row.querySelector('.title')?.textContent ?? '');
}
/** The title of the row that the keys speak of. */
export function activeTitle(): string | null | undefined {
  return document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.querySelector('.title')
    ?.textContent;
}
