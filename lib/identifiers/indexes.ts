/** Indexes of the literature: they number what others have published. */
import { numbered } from './arxiv';
import { decode, encodePath, type Identifier, matched, type Scheme } from './scheme';

/** PubMed. */
export const pmid: Scheme = {
  written: (text) => matched('pmid', text, /^pmid:?\s*0*([1-9]\d{0,7})$/i),
  hosts: ['pubmed.ncbi.nlm.nih.gov', 'ncbi.nlm.nih.gov', 'europepmc.org'],
  at({ hostname, pathname }) {
    const folders: Record<string, string> = {
      'pubmed.ncbi.nlm.nih.gov': '',
      'europepmc.org': '/(?:article|abstract)/med',
    };
    const folder = folders[hostname.replace(/^www\./, '')] ?? '/pubmed';
    return matched('pmid', pathname, new RegExp(`^${folder}/0*([1-9]\\d{0,7})(?:/.*)?$`, 'i'));
  },
  address: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
};

/** PubMed Central. */
export const pmcid: Scheme = {
  // Semantic Scholar writes `PMCID:2323736`.
  written: (text) =>
    matched(
      'pmcid',
      text.toUpperCase().replace(/^PMCID:?\s*(?=\d)/, 'PMC'),
      /^(?:PMCID:?\s*)?(PMC[1-9]\d{0,8})(?:\.\d+)?$/,
    ),
  hosts: ['pmc.ncbi.nlm.nih.gov', 'ncbi.nlm.nih.gov', 'europepmc.org'],
  at: ({ pathname }) =>
    matched(
      'pmcid',
      pathname.toUpperCase(),
      /^\/(?:PMC\/)?(?:ARTICLES?|ABSTRACT)\/(?:PMC\/)?(PMC[1-9]\d{0,8})(?:\/.*)?$/,
    ),
  address: (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`,
};

/** Semantic Scholar's hash of a paper. */
export const s2: Scheme = {
  written: (text) => matched('s2', text, /^s2:\s*([\da-f]{40})$/i),
  hosts: ['semanticscholar.org'],
  at: ({ pathname }) =>
    matched('s2', pathname, /^\/(?:[a-z]{2}\/)?(?:paper|reader)\/(?:[^/]+\/)?([\da-f]{40})(?:\/.*)?$/),
  address: (value) => `https://www.semanticscholar.org/paper/${value}`,
};

/** Semantic Scholar's number of a paper, which outlives the merging of two hashes. */
export const corpusid: Scheme = {
  written: (text) => matched('corpusid', text, /^corpusid:\s*([1-9]\d{0,11})$/i),
  hosts: ['api.semanticscholar.org'],
  at: ({ pathname }) => matched('corpusid', decode(pathname), /^\/corpusid:([1-9]\d{0,11})$/i),
  address: (value) => `https://api.semanticscholar.org/CorpusID:${value}`,
};

/** DBLP; its records of arXiv papers name the arXiv paper. */
export const dblp: Scheme = {
  written: (text) => record(/^dblp:\s*(.+)$/i.exec(text)?.[1] ?? ''),
  hosts: ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de', 'dblp1.uni-trier.de', 'dblp2.uni-trier.de'],
  at: ({ pathname }) =>
    record(/^\/rec\/(.+?)(?:\.(?:html|bib|xml|rdf|ris|nt|ttl))?$/.exec(decode(pathname))?.[1] ?? ''),
  address: (value) => `https://dblp.org/rec/${encodePath(value)}`,
};

function record(key: string): Identifier | undefined {
  const current = /^journals\/corr\/abs-(\d{4})-(\d{4,5})$/.exec(key);
  if (current) return numbered(`${current[1]}.${current[2]}`);
  const old = /^journals\/corr\/(?:abs-)?([a-z]+(?:-[a-z]{2,})?)(?:-[A-Z]{2})?-(\d{7})$/.exec(key);
  if (old) return numbered(`${old[1]}/${old[2]}`);
  return /^(?:conf|journals|phd|books|reference|series|tr|homepages|persons|data)\/[\w-]+(?:\/[\w.:-]+)+$/.test(key)
    ? { id: `dblp:${key}` }
    : undefined;
}

/** OpenAlex. */
export const openalex: Scheme = {
  written: (text) => matched('openalex', text.toUpperCase(), /^OPENALEX:\s*(W[1-9]\d{0,12})$/),
  hosts: ['openalex.org', 'api.openalex.org', 'explore.openalex.org'],
  at: ({ pathname }) => matched('openalex', pathname.toUpperCase(), /^\/(?:WORKS\/)?(W[1-9]\d{0,12})\/?$/),
  address: (value) => `https://openalex.org/${value}`,
};

/** INSPIRE, high-energy physics. */
export const inspire: Scheme = {
  written: (text) => matched('inspire', text, /^inspire:\s*([1-9]\d{0,9})$/i),
  hosts: ['inspirehep.net', 'old.inspirehep.net', 'labs.inspirehep.net'],
  at: ({ pathname }) => matched('inspire', pathname, /^\/(?:literature|record)\/([1-9]\d{0,9})\/?$/),
  address: (value) => `https://inspirehep.net/literature/${value}`,
};

/** Google Scholar: the cluster of a result, or `user:work` on a profile. */
export const scholar: Scheme = {
  written: (text) => matched('scholar', text, /^scholar:([\w-]{8,16}(?::[\w-]{8,16})?)$/),
  hosts: ['scholar.google.com'],
  at({ pathname, searchParams }) {
    if (pathname === '/citations')
      return matched('scholar', searchParams.get('citation_for_view') ?? '', /^([\w-]{8,16}:[\w-]{8,16})$/);
    return matched('scholar', searchParams.get('q') ?? '', /^info:([\w-]{8,16}):scholar\.google\.com\/?$/);
  },
  address: (value) =>
    value.includes(':')
      ? `https://scholar.google.com/citations?view_op=view_citation&citation_for_view=${value}`
      : `https://scholar.google.com/scholar?q=info:${value}:scholar.google.com/`,
};
