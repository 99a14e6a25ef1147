/** arXiv, by its numbers: https://info.arxiv.org/help/api/user-manual.html. An Atom feed; no background has a DOM. */
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { arxivId, doiId } from '../identity';
import { type Found, tidied } from './found';
import type { CompletionService } from './service';

export const arxiv: CompletionService = {
  name: 'arxiv',
  batch: 50,
  pause: 3000,
  ask: (keys) => ({ path: `/api/query?id_list=${keys.join(',')}&max_results=${keys.length}` }),
  read(answer) {
    const feed = parseXml(answer).root;
    if (feed?.name !== 'feed') throw new Error('This is no Atom feed.');
    const found = new Map<string, Found>();
    for (const entry of all(feed, 'entry')) {
      const id = arxivId(textIn(entry, 'id') ?? '')?.id;
      // What it does not know has an entry about the error, or one without a title.
      if (id && textIn(entry, 'title')) found.set(id.slice('arxiv:'.length), foundIn(entry));
    }
    return found;
  },
};

function foundIn(entry: XmlElement): Found {
  const primary = all(entry, 'arxiv:primary_category').map(({ attributes }) => attributes.term);
  const categories = all(entry, 'category').map(({ attributes }) => attributes.term);
  const doi = textIn(entry, 'arxiv:doi');
  return tidied({
    title: onLine(textIn(entry, 'title')),
    authors: all(entry, 'author').map((author) => textIn(author, 'name')),
    abstract: inParagraphs(textIn(entry, 'summary')),
    published: textIn(entry, 'published')?.slice(0, 10),
    journalRef: onLine(textIn(entry, 'arxiv:journal_ref')),
    comments: onLine(textIn(entry, 'arxiv:comment')),
    subjects: [...new Set([...primary, ...categories])],
    pdf: all(entry, 'link')
      .find(({ attributes }) => attributes.title === 'pdf')
      ?.attributes.href?.replace(/^http:/, 'https:'),
    identifiers: [doi && doiId(doi)],
  });
}

function all(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);
}

function textIn(parent: XmlElement, name: string): string | undefined {
  return all(parent, name)[0]?.text.trim();
}

/** It breaks lines where it likes, and indents what follows. */
function onLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ');
}

/** In an abstract, an indent is the author's: a paragraph begins. */
function inParagraphs(text: string | undefined): string | undefined {
  return text?.replace(/\n(?=\S)/g, ' ').replace(/\n\s*/g, '\n');
}
