/** Publishers whose addresses hold a number of their own, or only the end of a DOI. */
import { matched, type Scheme } from './scheme';

/** IEEE Xplore: the article number. */
export const ieee: Scheme = {
  written: (text) => matched('ieee', text, /^ieee:\s*([1-9]\d{0,9})$/i),
  hosts: ['ieeexplore.ieee.org'],
  at: ({ pathname, searchParams }) =>
    matched('ieee', pathname, /^\/(?:abstract\/)?document\/0*([1-9]\d{0,9})\/?/) ??
    matched('ieee', searchParams.get('arnumber') ?? '', /^0*([1-9]\d{0,9})$/),
  address: (value) => `https://ieeexplore.ieee.org/document/${value}/`,
};

/** ScienceDirect: the publisher item identifier. */
export const pii: Scheme = {
  written: (text) => matched('pii', text.toUpperCase(), /^PII:\s*([SB]\d{15}[\dX])$/),
  hosts: ['sciencedirect.com', 'linkinghub.elsevier.com'],
  at: ({ pathname }) => matched('pii', pathname.toUpperCase(), /\/PII\/([SB]\d{15}[\dX])(?:\/.*)?$/),
  address: (value) => `https://www.sciencedirect.com/science/article/pii/${value}`,
};

/** Hosts whose addresses hold only the end of a DOI. */
export const endsOfDois: Pick<Scheme, 'hosts' | 'at'>[] = [
  {
    hosts: ['nature.com'],
    at({ pathname }) {
      const slug = /^\/articles\/([a-z][\w.-]+?)(?:\.pdf)?\/?$/.exec(pathname)?.[1];
      return slug ? { id: `doi:10.1038/${slug.toLowerCase()}` } : undefined;
    },
  },
  {
    hosts: ['papers.ssrn.com', 'ssrn.com'],
    at({ searchParams }) {
      const number = searchParams.get('abstract_id') ?? searchParams.get('abstract') ?? searchParams.get('abstractid');
      return number && /^\d{1,9}$/.test(number) ? { id: `doi:10.2139/ssrn.${number}` } : undefined;
    },
  },
];
