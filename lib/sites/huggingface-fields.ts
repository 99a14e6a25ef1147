/** What Hugging Face's cards and its page about one paper write alike. */
import { arxivId } from '../identity';
import type { PaperId } from '../paper';
import { type Embedded, embeddedIn } from './huggingface-data';
import { address, count, text } from './read';

export const base = 'https://huggingface.co';

/** The paper that a link is of; most links to `/papers/…` are to lists. */
export function paperAt(href: string | null | undefined): PaperId | undefined {
  const whole = address(href, base);
  return whole ? arxivId(whole)?.id : undefined;
}

/** The site's page about a paper. */
export function pageOf(id: PaperId): string {
  return `${base}/papers/${id.slice('arxiv:'.length)}`;
}

/** The paper that the whole page is about, if it is about one. */
export function subjectOf(page: Document): PaperId | undefined {
  const named = page.querySelector(
    'meta[property="og:url"][content*="/papers/"], link[rel="canonical"][href*="/papers/"]',
  );
  const out = Array.from(page.querySelectorAll('main a[href*="//arxiv.org/abs/"]'));
  return (
    paperAt(named?.getAttribute('content') ?? named?.getAttribute('href')) ??
    embeddedIn(page.querySelector('[data-target^="Paper"][data-props]'))?.about ??
    paperAt(out.find((link) => text(link) === 'View arXiv page')?.getAttribute('href'))
  );
}

/** The authors, if all of them are known, and their number, if it is printed. */
export function authorsOf(known: Embedded, printed?: number): { authors?: string[]; authorCount?: number } {
  const isComplete = known.authors && (printed === undefined || printed === known.authors.length);
  return {
    ...(isComplete && { authors: known.authors }),
    ...(printed !== undefined && { authorCount: printed }),
  };
}

/** The number on the button for voting: logged in it is a checkbox, logged out a link to the login. */
export function upvotesIn(scope: Element): number | undefined {
  const buttons = scope.querySelectorAll('input[type="checkbox"] ~ .leading-none, a[href*="/login?next=%2Fpapers%2F"]');
  for (const button of buttons) {
    const upvotes = count(text(button)?.replace(/^Upvote\s*/, ''));
    if (upvotes !== undefined) return upvotes;
  }
  return undefined;
}
