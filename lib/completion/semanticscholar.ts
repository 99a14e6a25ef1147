/** Semantic Scholar, by most identifiers: https://api.semanticscholar.org/api-docs/graph. */
import { z } from 'zod';
import { arxivId, doiId } from '../identity';
import type { PaperId } from '../paper';
import { type Found, tidied } from './found';
import type { CompletionService } from './service';

const Work = z.looseObject({
  paperId: z.string().nullish(),
  externalIds: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
  title: z.string().nullish(),
  abstract: z.string().nullish(),
  authors: z.array(z.looseObject({ name: z.string().nullish() })).nullish(),
  venue: z.string().nullish(),
  year: z.number().nullish(),
  publicationDate: z.string().nullish(),
  openAccessPdf: z.looseObject({ url: z.string().nullish() }).nullish(),
});
/** In the order in which they were asked for. */
const Answer = z.array(Work.nullable());

const fields = 'externalIds,title,abstract,authors,venue,year,publicationDate,openAccessPdf';

export const semanticscholar: CompletionService = {
  name: 'semanticscholar',
  batch: 200,
  pause: 1500,
  ask: (keys) => ({ path: `/graph/v1/paper/batch?fields=${fields}`, body: JSON.stringify({ ids: keys }) }),
  read(answer, keys) {
    const works = Answer.parse(JSON.parse(answer));
    if (works.length !== keys.length) throw new Error('Some papers are not answered.');
    const found = new Map<string, Found>();
    keys.forEach((key, i) => {
      const work = works[i];
      if (work) found.set(key, foundIn(work));
    });
    return found;
  },
  knowsNone: (status, answer) => status === 404 || (status === 400 && /No valid paper ids/i.test(answer)),
};

function foundIn(work: z.infer<typeof Work>): Found {
  const { ArXiv, DOI, PubMed, ACL, CorpusId } = work.externalIds ?? {};
  const ids: (PaperId | undefined)[] = [
    ArXiv ? arxivId(String(ArXiv))?.id : undefined,
    DOI ? doiId(String(DOI)) : undefined,
    PubMed ? `pmid:${PubMed}` : undefined,
    ACL ? `acl:${ACL}` : undefined,
    CorpusId ? `corpusid:${CorpusId}` : undefined,
    work.paperId ? `s2:${work.paperId}` : undefined,
  ];
  const authors = (work.authors ?? []).map(({ name }) => name);
  return tidied({
    title: work.title,
    authors: authors.every(Boolean) ? authors : undefined,
    abstract: work.abstract,
    published: work.publicationDate ?? work.year?.toString(),
    // It calls arXiv a venue.
    venue: /^arxiv/i.test(work.venue ?? '') ? undefined : work.venue,
    pdf: work.openAccessPdf?.url,
    identifiers: ids,
  });
}
