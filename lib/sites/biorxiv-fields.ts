/** What bioRxiv's and medRxiv's lists and pages write alike. */
import type { Paper } from '../paper';
import { present, text } from './read';

/** `…v2`, `…v2.full`, `biorxiv;…v2`. */
export function versionIn(name: string | null | undefined): number | undefined {
  const version = /\dv([1-9]\d?)(?=$|[.?#/])/.exec(name ?? '')?.[1];
  return version ? Number(version) : undefined;
}

/** The first version is published on the day that it is posted; what a later one says is only its own day. */
export function postedOn(date: string | undefined, version: number | undefined): Pick<Paper, 'published' | 'updated'> {
  if (!version) return {};
  return present(version === 1 ? { published: date } : { updated: date });
}

/** All authors, by the parts of their names where these are marked: an ORCID's label stands between them. */
export function authorsIn(list: Element | null): string[] | undefined {
  if (!list || /\bet al\b/i.test(list.textContent ?? '')) return undefined;
  const names = Array.from(list.querySelectorAll('.highwire-citation-author'), (author) => {
    const parts = Array.from(author.querySelectorAll('[class^="nlm-"]'), (part) => text(part));
    return parts.length > 0 ? parts.filter(Boolean).join(' ') : text(author);
  });
  const known = names.flatMap((name) => name || []);
  return known.length > 0 && known.length === names.length ? known : undefined;
}
