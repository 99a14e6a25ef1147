import type { Entry } from '../../../lib/page/watch';
import type { Paper } from '../../../lib/paper';
import type { List } from '../../../lib/sites/site';
import { aPaper } from '../../papers';

const list: List = {
  name: 'lists',
  provenBy: 'unproven',
  example: 'https://list.example/',
  entry: 'li',
  read: () => undefined,
  anchor: (entry) => entry.firstElementChild,
};

/** A list on the page with an entry for each of these papers; `end` takes one away. */
export function listOf(papers: Partial<Paper>[]): { entries: Entry[]; end(entry: Entry): void } {
  document.body.replaceChildren(document.createElement('ul'));
  const controllers = new Map<Entry, AbortController>();
  const entries = papers.map((about) => {
    const row = document.createElement('li');
    const anchor = row.appendChild(document.createElement('h3'));
    const host = row.appendChild(document.createElement('papergloss-entry'));
    document.querySelector('ul')?.append(row);
    const controller = new AbortController();
    const common = { list, controls: 'below', mounted: true, signal: controller.signal } as const;
    const entry: Entry = { ...common, paper: aPaper(about), host, anchor, parts: [row] };
    controllers.set(entry, controller);
    return entry;
  });
  return {
    entries,
    end: (entry) => {
      controllers.get(entry)?.abort();
      entry.parts[0]?.remove();
    },
  };
}

/** Papers with ids that count from 1. */
export function papers(count: number): Partial<Paper>[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `arxiv:2609.${String(i + 1).padStart(5, '0')}` as const,
    title: `Margins ${i + 1}`,
  }));
}
