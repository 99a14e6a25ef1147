/** One paper, to be pasted somewhere else. */
import type { Paper } from '../paper';
import { bibtexEntry } from './bibtex';
import { citationKey } from './citation-key';
import { type CitationStyle, citationIn, citationStyles } from './citation-styles';
import { linkTarget, markdownText } from './markdown-text';
import { addressFor, referenceOf } from './reference';
import type { WholePaper } from './whole-paper';

export const copyKinds = ['bibtex', 'biblatex', 'markdown', 'titleAndAddress', ...citationStyles] as const;
export type CopyKind = (typeof copyKinds)[number];

/** A paper that is known only from a page, as if it was saved. */
export function asWhole(paper: Paper): WholePaper {
  return { paper, ids: [...new Set([paper.id, ...(paper.aliases ?? [])])], savedAt: 0 };
}

/** What is put on the clipboard. `key` is the paper's citation key in the whole library, where that is known. */
export function copiedAs(kind: CopyKind, whole: WholePaper, key = citationKey(whole)): string {
  const reference = referenceOf(whole);
  const address = addressFor(reference);
  const { title } = reference;
  if (kind === 'bibtex') return bibtexEntry(reference, key, { isBare: true });
  if (kind === 'biblatex') return bibtexEntry(reference, key, { isBare: true, isBiblatex: true });
  if (kind === 'titleAndAddress') return [title, address].filter(Boolean).join('\n');
  if (kind === 'markdown') return address ? `[${markdownText(title)}](${linkTarget(address)})` : markdownText(title);
  return citationIn(kind satisfies CitationStyle, reference);
}
