/** What stands in exported files beside the papers. Asked for on a page, and handed to the worker, where nobody can be asked. */
import { ratings, type Status, statuses } from './marks';
import { t } from './text';

export interface ExportWords {
  title: string;
  language: string;
  abstract: string;
  note: string;
  highlights: string;
  status: Record<Status, string>;
  /** That of one star first. */
  stars: string[];
  /** How many papers there are. */
  papers: string;
}

/** For a file of so many papers. */
export function exportWords(papers: number): ExportWords {
  const status = Object.fromEntries(statuses.map((status) => [status, t(`marks.status.${status}`)]));
  return {
    title: t('library.title'),
    language: t('export.language'),
    abstract: t('more.abstract'),
    note: t('note.label'),
    highlights: t('library.has.highlight'),
    status: status as Record<Status, string>,
    stars: ratings.map((rating) => t('marks.stars', [String(rating)])),
    papers: t('marks.papers', papers, [papers.toLocaleString()]),
  };
}
