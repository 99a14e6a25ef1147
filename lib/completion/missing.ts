/** What a list did not say of a paper, and what somebody else says: only that is filled in. */
import { identifierOf } from '../identity';
import type { Paper, PaperId } from '../paper';
import { titleKey } from '../same-work';
import { type Change, type Field, fields, saidIn, type Value } from './fields';
import type { Found } from './found';

/** Without these a paper is incomplete; what else a service says comes along. */
const wanted = ['title', 'authors', 'abstract', 'published'] as const;
export type Wanted = (typeof wanted)[number];

/** What is missing of a paper. */
export function missingIn(paper: Paper): Wanted[] {
  return wanted.filter((field) => isMissing(paper, field));
}

/** What `found` would change: only what is not there, or is cut off. Nothing that a page said is replaced by less. */
export function changesFor(paper: Paper, ids: PaperId[], found: Found): Change[] {
  return fields.flatMap((field): Change[] => {
    if (field === 'identifiers') {
      const news = (found.identifiers ?? []).filter((id) => !ids.includes(id));
      return news.length > 0 ? [{ field, after: [...new Set(news)] }] : [];
    }
    const [before, after] = [saidIn(paper, field), found[field]];
    if (!after || after.length === 0 || !isMissing(paper, field) || !isMore(field, before, after)) return [];
    return [{ field, ...(before !== undefined && { before }), after }];
  });
}

/** Whether what is found may be another paper: then the user should look twice. */
export function isOtherTitle(paper: Paper, found: Found): boolean {
  if (!found.title || isMissing(paper, 'title')) return false;
  const [a, b] = [titleKey(paper.title), titleKey(found.title)];
  if (!a || !b) return false;
  // A list may leave the subtitle out, and write formulas in another way.
  return !a.startsWith(b) && !b.startsWith(a) && sharedWords(a, b) < 0.6;
}

function isMissing(paper: Paper, field: Exclude<Field, 'identifiers'>): boolean {
  if (field === 'title') return identifierOf(paper.title)?.id === paper.id;
  const value = saidIn(paper, field);
  if (field === 'abstract' && typeof value === 'string') return cutOff.test(value);
  return value === undefined || value.length === 0;
}

const cutOff = /(?:…|\.\.\.)\s*$/;

/** A text that is cut off is replaced only by one that goes on as it began. */
function isMore(field: Field, before: Value | undefined, after: Value): boolean {
  if (field !== 'abstract' || typeof before !== 'string' || typeof after !== 'string') return true;
  const [begun, whole] = [before.replace(cutOff, ''), after].map((text) => text.replace(/\W+/g, '').toLowerCase());
  return begun !== undefined && whole !== undefined && whole.length > begun.length && whole.startsWith(begun);
}

function sharedWords(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return shared / Math.max(wordsOfA.size, wordsOfB.size);
}
