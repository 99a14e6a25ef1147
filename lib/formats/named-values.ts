/** What Papergloss writes under the same names as columns of a table and as properties of a Markdown file. */
import { statuses } from '../marks';
import { ratingOf } from './ratings';
import { readIds } from './reference';
import type { Found } from './reference-paper';

/** What the values say of a paper; `value` gives what stands under a name. */
export function foundInValues(value: (name: string) => string | undefined): Found {
  const ids = readIds(value('identifiers') ?? '');
  const saved = Date.parse(value('saved') ?? '');
  return {
    title: value('title'),
    date: value('date'),
    venue: value('venue'),
    status: statuses.find((status) => status === value('status')),
    rating: ratingOf(value('rating')),
    url: value('url'),
    pdf: value('pdf'),
    doi: value('doi'),
    arxiv: value('arxiv'),
    primaryClass: value('subject'),
    version: Number(value('version')) || undefined,
    organization: value('organization'),
    comments: value('comments'),
    ...(saved >= 0 && { savedAt: saved }),
    ...(ids.length > 0 && { ids }),
  };
}
