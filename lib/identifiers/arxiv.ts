import type { PaperId } from '../paper';
import { decode, type Identifier, type Scheme } from './scheme';

/**
 * `2510.04938` since 2007, `hep-th/9901001` before; a subject class (`math.GT/…`) is not part of the id. More lenient
 * than arXiv on how many digits belong to which year: sites and tests invent numbers, and no number means two papers.
 */
const number =
  /^(?:arxiv:\s*)?(?:(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})|([a-z]+(?:-[a-z]{2,})?)(?:\.[a-z-]{2,})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3}))(?:v([1-9]\d{0,3}))?(?:\s*\[[a-z.-]+\])?$/i;

const ownFolders = ['abs', 'pdf', 'html', 'format', 'ps', 'e-print', 'src', 'bibtex'];

/** The folders of a host under which arXiv ids stand. */
const folders = new Map([
  ['arxiv.org', ownFolders],
  ['export.arxiv.org', ownFolders],
  ['browse.arxiv.org', ownFolders],
  ['xxx.lanl.gov', ownFolders],
  ['ar5iv.org', ownFolders],
  ['ar5iv.labs.arxiv.org', ownFolders],
  ['alphaxiv.org', ['abs', 'pdf', 'html', 'overview']],
  ['scirate.com', ['arxiv']],
  ['papers.cool', ['arxiv']],
  ['huggingface.co', ['papers']],
  ['hf.co', ['papers']],
  ['semanticscholar.org', ['arxiv']],
]);

/** arXiv, and the sites that name papers by its numbers. */
export const arxiv: Scheme = {
  written: numbered,
  hosts: [...folders.keys()],
  at({ hostname, pathname }) {
    const [, folder = '', ...rest] = pathname.split('/');
    if (!folders.get(hostname.replace(/^www\./, ''))?.includes(folder)) return undefined;
    return numbered(decode(rest.join('/')).replace(/(?:\.pdf|\.ps|\.ps\.gz|\/)$/i, ''));
  },
  address: (value) => `https://arxiv.org/abs/${value}`,
};

/** The paper that a number names, and its version. */
export function numbered(text: string): Identifier | undefined {
  const match = number.exec(text);
  if (!match) return undefined;
  const [, current, archive, old, version] = match;
  const id: PaperId = `arxiv:${current ?? `${archive?.toLowerCase()}/${old}`}`;
  return version ? { id, version: Number(version) } : { id };
}
