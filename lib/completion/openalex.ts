/** OpenAlex, by DOI, arXiv's own among them: https://docs.openalex.org. */
import { z } from 'zod';
import { doiId, paperIdOf } from '../identity';
import type { PaperId } from '../paper';
import { type Found, tidied } from './found';
import type { CompletionService } from './service';

const Location = z.looseObject({
  pdf_url: z.string().nullish(),
  source: z.looseObject({ display_name: z.string().nullish(), type: z.string().nullish() }).nullish(),
});
const Work = z.looseObject({
  id: z.string(),
  doi: z.string().nullish(),
  title: z.string().nullish(),
  authorships: z.array(z.looseObject({ author: z.looseObject({ display_name: z.string().nullish() }) })).nullish(),
  abstract_inverted_index: z.record(z.string(), z.array(z.number())).nullish(),
  publication_date: z.string().nullish(),
  primary_location: Location.nullish(),
  best_oa_location: Location.nullish(),
  ids: z.looseObject({ pmid: z.string().nullish() }).nullish(),
});
const Answer = z.looseObject({ results: z.array(Work) });

const select =
  'id,doi,title,authorships,abstract_inverted_index,publication_date,primary_location,best_oa_location,ids';

export const openalex: CompletionService = {
  name: 'openalex',
  batch: 50,
  pause: 1000,
  ask(keys, mailto) {
    const query = new URLSearchParams({
      filter: `doi:${keys.join('|')}`,
      'per-page': String(keys.length),
      select,
      ...(mailto && { mailto }),
    });
    return { path: `/works?${query}` };
  },
  read(answer) {
    const found = new Map<string, Found>();
    for (const work of Answer.parse(JSON.parse(answer)).results) {
      const doi = work.doi?.replace(/^https?:\/\/doi\.org\//i, '').toLowerCase();
      if (doi) found.set(doi, foundIn(work));
    }
    return found;
  },
};

function foundIn(work: z.infer<typeof Work>): Found {
  const source = work.primary_location?.source;
  const authors = (work.authorships ?? []).map(({ author }) => author.display_name);
  const ids: (PaperId | undefined)[] = [paperIdOf(work.id), work.doi ? doiId(work.doi) : undefined];
  const pmid = work.ids?.pmid;
  return tidied({
    title: work.title,
    // It lists a hundred of them, and does not say how many there are.
    authors: authors.length < 100 && authors.every(Boolean) ? authors : undefined,
    abstract: work.abstract_inverted_index && inOrder(work.abstract_inverted_index),
    published: work.publication_date,
    venue: source?.type === 'repository' ? undefined : source?.display_name,
    pdf: work.best_oa_location?.pdf_url,
    identifiers: [...ids, pmid ? paperIdOf(pmid) : undefined],
  });
}

/** An abstract comes as the places of each word. */
function inOrder(places: Record<string, number[]>): string {
  const words = Object.entries(places).flatMap(([word, at]) => at.map((place) => ({ word, place })));
  return words
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word)
    .join(' ');
}
