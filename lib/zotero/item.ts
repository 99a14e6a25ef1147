/** A saved paper as the item that Zotero takes: only fields that an item of its type has, others it would drop. */
import { identifierShown } from '../identity';
import type { Marks } from '../marks';
import type { Paper, PaperId } from '../paper';
import type { Highlight } from '../quote';
import { yearOf } from '../same-work';
import { type Creator, creatorOf } from './creators';
import { highlightsHtml, noteHtml } from './notes';

/** What is sent of a paper. */
export interface Sendable extends Pick<Marks, 'tags'> {
  paper: Paper;
  /** All its identifiers. */
  ids: PaperId[];
  note: string;
  highlights: Highlight[];
}

export interface ZoteroItem {
  /** The name of the item in this sending. */
  id: string;
  itemType: 'preprint' | 'journalArticle' | 'conferencePaper';
  title: string;
  creators: Creator[];
  abstractNote?: string;
  date?: string;
  url?: string;
  DOI?: string;
  repository?: string;
  archiveID?: string;
  publicationTitle?: string;
  proceedingsTitle?: string;
  extra?: string;
  tags: string[];
  notes: { note: string }[];
  /** Zotero takes none from here: it wants the bytes of files, which Papergloss does not have. */
  attachments: [];
}

const conference =
  /\b(?:conference|proceedings|proc\.|workshop|symposium|meeting|neurips|nips|icml|iclr|cvpr|iccv|eccv|wacv|acl|emnlp|naacl|eacl|coling|aaai|ijcai|kdd|sigir|chi|www|aistats|colt|uai|interspeech|icassp)\b/i;
const fromConferences = /^(?:openreview|acl|cvf|pmlr|neurips):/;
const repositories: [RegExp, string][] = [
  [/^doi:10\.(?:1101|64898)\//, 'bioRxiv'],
  [/^doi:10\.2139\//, 'SSRN'],
];

/** The item of a paper. */
export function itemOf({ paper, ids, note, highlights, tags = [] }: Sendable): ZoteroItem {
  const { title, authors = [], abstract, published, updated, venue, links } = paper;
  const doi = idOf(ids, 'doi');
  const arxiv = idOf(ids, 'arxiv');
  const repository = arxiv ? 'arXiv' : repositories.find(([pattern]) => ids.some((id) => pattern.test(id)))?.[1];
  const itemType = typeOf(paper, ids, repository);
  const isPreprint = itemType === 'preprint';
  const date = (published ?? updated)?.slice(0, 10) ?? yearOf(paper)?.toString();
  const shownDoi = doi ?? (isPreprint && arxiv ? `10.48550/arXiv.${arxiv}` : undefined);
  const url = links?.abstract ?? links?.html ?? links?.pdf;
  const extra = extraOf(paper, ids, isPreprint);
  return {
    id: paper.id,
    itemType,
    title,
    creators: authors.map(creatorOf),
    ...(abstract && { abstractNote: abstract }),
    ...(date && { date }),
    ...(url && { url }),
    ...(shownDoi && { DOI: shownDoi }),
    ...(isPreprint && repository && { repository }),
    ...(isPreprint && arxiv && { archiveID: `arXiv:${arxiv}` }),
    ...(venue && itemType === 'journalArticle' && { publicationTitle: venue }),
    ...(venue && itemType === 'conferencePaper' && { proceedingsTitle: venue }),
    ...(extra && { extra }),
    tags: [...tags],
    notes: [noteHtml(note), highlightsHtml(highlights)]
      .filter((html) => html !== '' && html !== '<p></p>')
      .map((html) => ({ note: html })),
    attachments: [],
  };
}

function typeOf({ venue = '' }: Paper, ids: PaperId[], repository: string | undefined): ZoteroItem['itemType'] {
  if (conference.test(venue) || ids.some((id) => fromConferences.test(id))) return 'conferencePaper';
  return repository && !venue ? 'preprint' : 'journalArticle';
}

/** What has no field of its own, as Zotero and its plugins read it: `PMID: 123`. */
function extraOf({ comments, journalRef, links }: Paper, ids: PaperId[], isPreprint: boolean): string {
  const others = ids.filter((id) => !id.startsWith('doi:') && !id.startsWith('web:'));
  const named = isPreprint ? others.filter((id) => !id.startsWith('arxiv:')) : others;
  return [
    ...named.map((id) => identifierShown(id).replace(':', ': ')),
    journalRef && `Journal reference: ${journalRef}`,
    comments && `Comment: ${comments}`,
    links?.pdf && links.pdf !== links.abstract && `PDF: ${links.pdf}`,
  ]
    .filter(Boolean)
    .map((line) => String(line).replace(/\s+/g, ' '))
    .join('\n');
}

/** The value of the first identifier of a scheme. */
function idOf(ids: PaperId[], scheme: string): string | undefined {
  return ids.find((id) => id.startsWith(`${scheme}:`))?.slice(scheme.length + 1);
}
