/** By which identifiers each service knows papers. Apart from the services: pages need no more than this. */
import type { PaperId } from '../paper';
import type { ServiceName } from '../services/hosts';

export const completionNames = ['arxiv', 'crossref', 'openalex', 'semanticscholar'] as const satisfies ServiceName[];
export type CompletionServiceName = (typeof completionNames)[number];

/** What a service calls a paper that goes by these identifiers; `undefined`: it does not know such. */
export const keyOf: Record<CompletionServiceName, (ids: PaperId[]) => string | undefined> = {
  arxiv: (ids) => valueIn(ids, 'arxiv'),
  crossref: (ids) => inFilter(valueIn(ids, 'doi')),
  openalex(ids) {
    const arxiv = valueIn(ids, 'arxiv');
    return inFilter(valueIn(ids, 'doi') ?? (arxiv && `10.48550/arxiv.${arxiv}`));
  },
  semanticscholar(ids) {
    for (const [scheme, name] of Object.entries(semanticScholarNames)) {
      const value = valueIn(ids, scheme);
      // It adds the letters itself.
      if (value) return name + value.replace(/^PMC/i, '');
    }
    return undefined;
  },
};

/** Semantic Scholar's names for identifiers, the best first. */
const semanticScholarNames = {
  arxiv: 'ARXIV:',
  doi: 'DOI:',
  acl: 'ACL:',
  pmid: 'PMID:',
  pmcid: 'PMCID:',
  corpusid: 'CorpusId:',
  s2: '',
};

/** The value of the first of several identifiers that is of a scheme. */
function valueIn(ids: PaperId[], scheme: string): string | undefined {
  return ids.find((id) => id.startsWith(`${scheme}:`))?.slice(scheme.length + 1);
}

/** A DOI with one of these cannot be one of several in a filter: it would end there. */
function inFilter(doi: string | undefined): string | undefined {
  return doi && /[,|]/.test(doi) ? undefined : doi;
}
