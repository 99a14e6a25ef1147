/** What OpenReview writes alike in its lists and on the page of a paper. */
import type { Paper, PaperId } from '../paper';
import { othersThan, paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { count, present, text } from './read';

export const base = 'https://openreview.net';

/** The paper that a link leads to; `noteId` is a reply to it, or the paper itself. */
export function forumAt(link: Element | null | undefined): PaperId | undefined {
  const id = paperAt(link, base)?.id;
  if (!id?.startsWith('openreview:')) return undefined;
  const note = /[?&]noteId=([^&#]+)/.exec(link?.getAttribute('href') ?? '')?.[1];
  return !note || id === `openreview:${note}` ? id : undefined;
}

/** The same paper elsewhere: imported ones link to the publisher, some to a PDF on arXiv. */
export function namedElsewhere(id: PaperId, links: Iterable<Element>): PaperId[] | undefined {
  const ids = Array.from(links, (link) => paperAt(link, base)?.id);
  return othersThan(
    id,
    ids.filter((other) => !other?.startsWith('openreview:')),
  );
}

/** Names with their institutions as raised numbers; more than twenty are hidden behind `et al. (3 additional …)`. */
export function authorsIn(list: Element | null): Pick<Paper, 'authors' | 'authorCount'> {
  const [first] = list?.children ?? [];
  const parts = Array.from((first?.localName === 'span' ? first : list)?.children ?? []);
  const names = parts.filter(isName).flatMap((part) => text(part.querySelector('a') ?? part) ?? []);
  const more = text(parts.find((part) => part.classList.contains('show-all'))) ?? '';
  const hidden = count(/^(?:et al\. \(|\+ )(\d+) /.exec(more)?.[1]);
  // Where authors are not to be known, their group stands there: `Workshop 2026 Submission7 Authors`.
  if (names.length === 0 || / Authors$/.test(names[0] ?? '')) return {};
  return hidden === undefined ? { authors: names } : { authorCount: names.length + hidden };
}

/** Neither a button nor a mark of who may see them. */
function isName({ localName, className }: Element): boolean {
  return (localName === 'a' || localName === 'span') && !/show-all|private|glyphicon/.test(className);
}

/**
 * `Published: 08 Jul 2025, Last Modified: 26 Aug 2025`, `22 Sept 2023 (modified: 11 Feb 2024)`, or only a year, where
 * the record is imported: `2019 (imported: 3 Mar 2021)`.
 */
export function datesIn(line = ''): Pick<Paper, 'published' | 'updated'> {
  const [first = '', ...rest] = line.split(/, (?=Last Modified:|Uploaded:)| \(/);
  const modified = /^(?:Last Modified|modified): (.*?)\)?$/.exec(rest[0] ?? '')?.[1];
  return present({ published: isoDate(first.replace(/^Published: /, '')), updated: isoDate(modified) });
}

/** The field called `Abstract`, which lists hide behind `Show details`. */
export function abstractIn(note: Element | null): string | undefined {
  const labels = Array.from(note?.querySelectorAll('.note-content-field') ?? []);
  const field = labels.find((label) => text(label) === 'Abstract:')?.parentElement;
  return text(field?.querySelector('.note-content-value'));
}
