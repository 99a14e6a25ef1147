/** Crossref, by DOI: https://api.crossref.org. It does not know arXiv's own DOIs, which are DataCite's. */
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { z } from 'zod';
import { type Found, tidied } from './found';
import type { CompletionService } from './service';

const Author = z.looseObject({
  given: z.string().optional(),
  family: z.string().optional(),
  name: z.string().optional(),
});
const Work = z.looseObject({
  DOI: z.string(),
  title: z.array(z.string()).optional(),
  author: z.array(Author).optional(),
  abstract: z.string().optional(),
  issued: z.looseObject({ 'date-parts': z.array(z.array(z.number().nullable())) }).optional(),
  'container-title': z.array(z.string()).optional(),
});
const Answer = z.looseObject({ message: z.looseObject({ items: z.array(Work) }) });

export const crossref: CompletionService = {
  name: 'crossref',
  batch: 20,
  pause: 1000,
  ask(keys, mailto) {
    const query = new URLSearchParams({
      filter: keys.map((key) => `doi:${key}`).join(','),
      rows: String(keys.length),
      select: 'DOI,title,author,abstract,issued,container-title',
      ...(mailto && { mailto }),
    });
    return { path: `/works?${query}` };
  },
  read(answer) {
    const { items } = Answer.parse(JSON.parse(answer)).message;
    return new Map(items.map((work) => [work.DOI.toLowerCase(), foundIn(work)]));
  },
};

function foundIn({ title, author, abstract, issued, 'container-title': venue }: z.infer<typeof Work>): Found {
  return tidied({
    title: title?.[0],
    authors: author?.map(({ given, family, name }) => [given, family].filter(Boolean).join(' ') || name),
    abstract: abstract && plainText(abstract),
    published: dateOf(issued?.['date-parts'][0]),
    venue: venue?.[0],
  });
}

function dateOf(parts: (number | null)[] = []): string | undefined {
  const [year, month, day] = parts;
  if (!year) return undefined;
  const rest = month ? [month, ...(day ? [day] : [])] : [];
  return [year, ...rest].map((part) => String(part).padStart(2, '0')).join('-');
}

/** An abstract is a piece of JATS. Its heading says only that it is one. */
function plainText(jats: string): string {
  try {
    const { root } = parseXml(`<abstract>${jats}</abstract>`);
    return root ? textIn(root).trim() : '';
  } catch {
    return jats.replace(/<[^>]*>/g, ' '); // Some publishers send HTML, or worse.
  }
}

function textIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (!(child instanceof XmlElement)) return 'text' in child ? String(child.text).replace(/\s+/g, ' ') : '';
      const name = child.name.replace(/^jats:/, '');
      const text = textIn(child);
      if (name === 'title') return /^\s*(?:abstract|summary)\s*$/i.test(text) ? '' : `${text.trim()}: `;
      return name === 'p' || name === 'sec' ? `${text.trim()}\n` : text;
    })
    .join('');
}
