/** Conferences and proceedings that name their own papers. */
import { encodePath, type Identifier, matched, type Scheme } from './scheme';

/** OpenReview: the id of the forum. Case counts, and it may begin with a hyphen. */
export const openreview: Scheme = {
  written: (text) => matched('openreview', text, /^openreview:\s*([\w-]{6,64})$/i),
  hosts: ['openreview.net', 'api.openreview.net', 'api2.openreview.net'],
  at({ pathname, searchParams }) {
    if (!/^\/(?:forum|pdf|attachment|revisions)\/?$/.test(pathname)) return undefined;
    return matched('openreview', searchParams.get('id') ?? '', /^([\w-]{6,64})$/);
  },
  address: (value) => `https://openreview.net/forum?id=${encodePath(value)}`,
};

/** ACL Anthology. */
export const acl: Scheme = {
  written: (text) => anthologyId(text.replace(/^acl:\s*/i, '')),
  hosts: ['aclanthology.org', 'aclweb.org', 'aclanthology.info', 'aclanthology.coli.uni-saarland.de'],
  at({ pathname }) {
    const [first = '', second = ''] = pathname.split('/').slice(1);
    const name = /^(?:anthology|papers)$/.test(first) ? second : first;
    // `P/P18/P18-1001.pdf` until 2019, and `N/N19/N19-1001/` in that year.
    const old = /\/([A-Z]\d{2}-\d{4}(?:v\d+)?)(?:\.pdf)?\/?$/.exec(pathname)?.[1];
    return anthologyId(old ?? name.replace(/\.(?:pdf|bib|xml|endf)$/, ''));
  },
  address: (value) => `https://aclanthology.org/${value}/`,
};

/** `2020.acl-main.405` since 2020, `P18-1001` before; both name the paper without its version. */
export function anthologyId(text: string): Identifier | undefined {
  const match = /^(?:(\d{4}\.[a-z\d]+-[a-z\d]+\.\d+)|([a-z]\d{2}-\d{4}))(?:v([1-9]\d?))?$/i.exec(text);
  if (!match) return undefined;
  const [, current, old, version] = match;
  const id = `acl:${current?.toLowerCase() ?? old?.toUpperCase()}` as const;
  return version ? { id, version: Number(version) } : { id };
}

/** CVF open access: the path is the id. Until 2020, a workshop's folder stood below `html`: `content_ICCVW_2019/html/W1/…`. */
export const cvf: Scheme = {
  written: (text) => matched('cvf', text, /^cvf:(content[\w./-]{1,300}_paper)$/),
  hosts: ['openaccess.thecvf.com'],
  at({ pathname }) {
    const match = pathPattern.exec(pathname);
    return match ? { id: `cvf:${match[1]}/${match[2]}` } : undefined;
  },
  address(value) {
    const slash = value.startsWith('content_') ? value.indexOf('/') : value.lastIndexOf('/');
    return `https://openaccess.thecvf.com/${value.slice(0, slash)}/html/${value.slice(slash + 1)}.html`;
  },
};

const pathPattern =
  /^\/(content[\w./-]{1,200}?)\/(?:html|papers)\/((?:[\w-]{1,60}\/)?[\w.-]{1,300}_paper)\.(?:html|pdf)$/;

/** Proceedings of Machine Learning Research: volume and slug. */
export const pmlr: Scheme = {
  written: (text) => matched('pmlr', text, /^pmlr:([vr]\d+\/[\w.-]+)$/),
  hosts: ['proceedings.mlr.press', 'jmlr.org'],
  at({ hostname, pathname }) {
    const folder = hostname.endsWith('jmlr.org') ? '/proceedings/papers' : '';
    if (!pathname.startsWith(`${folder}/`)) return undefined;
    const match = /^\/([vr]\d+)\/([\w-]+)(?:\.html|\.pdf|\/\2\.pdf)$/.exec(pathname.slice(folder.length));
    return match ? { id: `pmlr:${match[1]}/${match[2]}` } : undefined;
  },
  address: (value) => `https://proceedings.mlr.press/${encodePath(value)}.html`,
};

/** NeurIPS: year and hash. */
export const neurips: Scheme = {
  written: (text) => matched('neurips', text, /^neurips:(\d{4}\/[\da-f]{32})$/),
  hosts: ['papers.nips.cc', 'papers.neurips.cc', 'proceedings.neurips.cc', 'proceedings.nips.cc'],
  at({ pathname }) {
    const match = /\/paper\/(\d{4})\/(?:hash|file)\/([\da-f]{32})\b/.exec(pathname);
    return match ? { id: `neurips:${match[1]}/${match[2]}` } : undefined;
  },
  address(value) {
    const [year = '', hash] = value.split('/');
    const track = Number(year) < 2022 ? '' : '-Conference';
    return `https://papers.nips.cc/paper_files/paper/${year}/hash/${hash}-Abstract${track}.html`;
  },
};
