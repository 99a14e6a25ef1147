/** arXiv, Crossref, OpenAlex and Semantic Scholar, in their own formats, with the few papers that tests give them. */

/** A paper as a service may know it. */
export interface KnownWork {
  arxiv?: string;
  doi?: string;
  title: string;
  authors: string[];
  abstract: string;
  date: string;
  venue?: string;
}

/** Answers as these services would; 404 for what they do not have. */
export function servicesWith(works: KnownWork[]): (url: URL, init?: { body?: unknown }) => Response {
  return (url, init) => {
    if (url.hostname === 'export.arxiv.org' && url.pathname === '/api/query') return arxivFeed(works, url);
    if (url.hostname === 'api.crossref.org' && url.pathname === '/works') return crossrefWorks(works, url);
    if (url.hostname === 'api.openalex.org' && url.pathname === '/works') return openalexWorks(works, url);
    if (url.hostname === 'api.semanticscholar.org' && url.pathname === '/graph/v1/paper/batch') {
      return semanticScholarBatch(works, String(init?.body));
    }
    return new Response('', { status: 404 });
  };
}

function arxivFeed(works: KnownWork[], url: URL): Response {
  return new Response(arxivAtom(works, url), { headers: { 'Content-Type': 'application/atom+xml; charset=UTF-8' } });
}

/** What arXiv says of the papers that an address asks for. */
export function arxivAtom(works: KnownWork[], { searchParams }: URL): string {
  const ids = (searchParams.get('id_list') ?? '').split(',');
  // Its usual page is short: who asks for more has to say so.
  const found = works
    .filter(({ arxiv }) => arxiv && ids.includes(arxiv))
    .slice(0, Number(searchParams.get('max_results') ?? 10));
  const entries = found.map(
    ({ arxiv, doi, title, authors, abstract, date }) => `
  <entry>
    <id>http://arxiv.org/abs/${arxiv}v2</id>
    <updated>${date}T17:59:59Z</updated>
    <published>${date}T17:59:59Z</published>
    <title>${escaped(title).replace(/ (?=\S+$)/, '\n  ')}</title>
    <summary>  ${escaped(abstract).replace(/ (?=\S+$)/, '\n')}
</summary>
    ${authors.map((name) => `<author><name>${escaped(name)}</name></author>`).join('')}
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages</arxiv:comment>
    ${doi ? `<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">${doi}</arxiv:doi>` : ''}
    <link href="http://arxiv.org/abs/${arxiv}v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${arxiv}v2" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.DL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.DL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.HC" scheme="http://arxiv.org/schemas/atom"/>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=&amp;id_list=${ids.join(',')}</title>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${found.length}</opensearch:totalResults>${entries.join('')}
</feed>`;
}

function crossrefWorks(works: KnownWork[], { searchParams }: URL): Response {
  const dois = (searchParams.get('filter') ?? '').split(',').map((each) => each.replace(/^doi:/, ''));
  const items = works
    .filter(({ doi }) => doi && dois.includes(doi.toLowerCase()))
    .map((work) => ({
      DOI: work.doi,
      title: [work.title],
      author: work.authors.map((name) => {
        const [given, family] = [name.split(' ').slice(0, -1).join(' '), name.split(' ').at(-1)];
        return given ? { given, family, sequence: 'first', affiliation: [] } : { name, sequence: 'additional' };
      }),
      abstract: `<jats:title>Abstract</jats:title><jats:p>${escaped(work.abstract)}</jats:p>`,
      issued: { 'date-parts': [work.date.split('-').map(Number)] },
      'container-title': work.venue ? [work.venue] : [],
    }));
  return Response.json({
    status: 'ok',
    'message-type': 'work-list',
    message: { 'total-results': items.length, items: items.slice(0, Number(searchParams.get('rows') ?? 20)) },
  });
}

function openalexWorks(works: KnownWork[], { searchParams }: URL): Response {
  const dois = (searchParams.get('filter') ?? '').replace(/^doi:/, '').split('|');
  const doiOf = ({ doi, arxiv }: KnownWork) => (doi ?? `10.48550/arxiv.${arxiv}`).toLowerCase();
  const results = works
    .filter((work) => dois.includes(doiOf(work)))
    .map((work, i) => ({
      id: `https://openalex.org/W${2741809800 + i}`,
      doi: `https://doi.org/${doiOf(work)}`,
      title: work.title,
      authorships: work.authors.map((name) => ({
        author_position: 'middle',
        author: { id: null, display_name: name },
      })),
      abstract_inverted_index: inverted(work.abstract),
      publication_date: work.date,
      primary_location: { source: work.venue ? { display_name: work.venue, type: 'journal' } : null },
      best_oa_location: null,
      ids: { pmid: null },
    }));
  return Response.json({ meta: { count: results.length }, results, group_by: [] });
}

function semanticScholarBatch(works: KnownWork[], body: string): Response {
  const { ids } = JSON.parse(body) as { ids: string[] };
  const found = ids.map((id) => {
    const work = works.find(({ arxiv, doi }) => id === `ARXIV:${arxiv}` || id === `DOI:${doi}`);
    return (
      work && {
        paperId: '0123456789012345678901234567890123456789',
        externalIds: { ...(work.arxiv && { ArXiv: work.arxiv }), ...(work.doi && { DOI: work.doi }), CorpusId: 4711 },
        title: work.title,
        abstract: work.abstract,
        authors: work.authors.map((name) => ({ authorId: '1', name })),
        venue: work.venue ?? 'arXiv.org',
        year: Number(work.date.slice(0, 4)),
        publicationDate: work.date,
        openAccessPdf: null,
      }
    );
  });
  if (!found.some(Boolean)) return Response.json({ error: 'No valid paper ids given' }, { status: 400 });
  return Response.json(found.map((work) => work ?? null));
}

function inverted(text: string): Record<string, number[]> {
  const places: Record<string, number[]> = {};
  text.split(' ').forEach((word, i) => {
    places[word] = [...(places[word] ?? []), i];
  });
  return places;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
