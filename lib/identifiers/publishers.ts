/** Publishers whose addresses hold a number of their own, or only the end of a DOI. */
import { doi } from './doi';
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

/** `S` and an ISSN, or `B` and an ISBN, whose last digit may be `X`; then year and item, and a check digit. */
const item = 'S\\d{7}[\\dX]\\d{7}[\\dX]|B\\d{9}(?:\\d{3})?[\\dX]\\d{5}[\\dX]';
const writtenItem = new RegExp(`^PII:\\s*(${item})$`);
const itemInPath = new RegExp(`/PII/(${item})(?:/.*)?$`);

/** ScienceDirect: the publisher item identifier. */
export const pii: Scheme = {
  written: (text) => matched('pii', text.toUpperCase(), writtenItem),
  hosts: ['sciencedirect.com', 'linkinghub.elsevier.com'],
  at: ({ pathname }) => matched('pii', pathname.toUpperCase(), itemInPath),
  address: (value) => `https://www.sciencedirect.com/science/article/pii/${value}`,
};

/** Hosts whose addresses hold only the end of a DOI. */
export const endsOfDois: Pick<Scheme, 'hosts' | 'at'>[] = [
  {
    hosts: ['nature.com'],
    at({ pathname }) {
      const slug = /^\/articles\/([\w.-]+?)(?:_reference)?(?:\.pdf)?\/?$/.exec(pathname)?.[1];
      const end = slug && endOfNatureDoi(slug.toLowerCase());
      return end ? doi.written(`10.1038/${end}`) : undefined;
    },
  },
  {
    hosts: ['papers.ssrn.com', 'ssrn.com'],
    at({ pathname, searchParams }) {
      const number =
        searchParams.get('abstract_id') ??
        searchParams.get('abstract') ??
        searchParams.get('abstractid') ??
        /^\/abstract=(\d+)$/.exec(pathname)?.[1];
      return number && /^\d{1,9}$/.test(number) ? { id: `doi:10.2139/ssrn.${number}` } : undefined;
    },
  },
];

/**
 * `s41586-021-03819-2`, `nature14539`, `323533a0` and `35057062` are ends of DOIs; `sdata201618` is `sdata.2016.18`
 * without its dots. Of a number alone it is not known which journal's it is.
 */
function endOfNatureDoi(slug: string): string | undefined {
  const [, journal, year, number] = /^([a-z]{2,14})((?:19|20)\d{2})(\d{1,4})$/.exec(slug) ?? [];
  // These count on: nature20101 is no article of 2010.
  if (journal && !/^(?:nature|srep|ncomms)$/.test(journal)) return `${journal}.${year}.${number}`;
  return /^(?:[a-z]|\d+[a-z]\d|35\d{6}$)/.test(slug) ? slug : undefined;
}
