import type { Paper } from '../lib/paper';

/** A paper to test with. */
export function aPaper(about: Partial<Paper> = {}): Paper {
  return {
    id: 'arxiv:2609.00001',
    title: 'Margins Matter: Notes Beside Every Line',
    authors: ['Ada Margin', 'Björn Müller'],
    links: { abstract: 'https://arxiv.org/abs/2609.00001' },
    seen: { site: 'arXiv', url: 'https://arxiv.org/list/cs.LG/new', list: 'Machine Learning', position: 1 },
    ...about,
  };
}
