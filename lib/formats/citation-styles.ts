/**
 * A citation as plain text, in the styles that are asked for most. Written by hand: a processor of CSL with its styles
 * takes more than a megabyte, and its licence is another. What styles print in italics is plain here.
 */
import { familyOf, type Name, nameOf, type PersonName } from './names';
import { addressFor, type Reference } from './reference';

export const citationStyles = ['apa', 'ieee', 'chicago', 'mla'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** One paper, as a list of references has it. */
export function citationIn(style: CitationStyle, reference: Reference): string {
  return styles[style](partsOf(reference))
    .replace(/\s+/g, ' ')
    .replace(/([.?!…])\.(?=\s|$)/g, '$1')
    .trim();
}

interface Parts {
  names: Name[];
  title: string;
  year: string | undefined;
  venue: string | undefined;
  arxiv: string | undefined;
  doi: string | undefined;
  address: string | undefined;
  isConference: boolean;
}

function partsOf(reference: Reference): Parts {
  const { authors, organization, title, date, venue, arxiv, doi, kind } = reference;
  const written = authors?.length ? authors.map(nameOf) : organization ? [{ literal: organization }] : [];
  return {
    names: written,
    title: title.replace(/\.$/, ''),
    year: date?.slice(0, 4),
    venue,
    arxiv: venue ? undefined : arxiv,
    doi,
    address: addressFor(reference),
    isConference: kind === 'conference',
  };
}

const styles: Record<CitationStyle, (parts: Parts) => string> = {
  apa: ({ names, title, year, venue, arxiv, address, isConference }) => {
    const where = venue ? (isConference ? `In ${venue}` : venue) : arxiv && 'arXiv';
    const date = `(${year ?? 'n.d.'})`;
    const of = arxiv ? ` (arXiv:${arxiv})` : '';
    const by = joined(shortened(names, 20, 19), apaName, ', ', ', & ', ', . . . ');
    const begin = by ? `${by} ${date}. ${title}${of}` : `${title}${of}. ${date}`;
    return sentences(by.endsWith('.') || !by ? begin : `${by}. ${date}. ${title}${of}`, where, address, false);
  },
  ieee: ({ names, title, year, venue, arxiv, doi, address, isConference }) => {
    const some = names.length > 6 ? `${ieeeName(names[0])} et al.` : listed(names.map(ieeeName));
    const where = venue ? (isConference ? `in ${venue}` : venue) : arxiv && `arXiv:${arxiv}`;
    const where2 = [where, year, doi && `doi: ${doi}`].filter(Boolean).join(', ');
    return `${some ? `${some}, ` : ''}“${title},” ${where2}. ${doi || !address ? '' : `[Online]. Available: ${address}`}`;
  },
  chicago: ({ names, title, year, venue, arxiv, address, isConference }) => {
    const some = shortened(names, 10, 7);
    const where = venue ? (isConference ? `In ${venue}` : venue) : arxiv && `arXiv:${arxiv}`;
    const by = inverted(some.names, some.isCut ? ', et al.' : '');
    return sentences(
      by ? `${by}. ${year ?? 'n.d.'}. “${title}.”` : `“${title}.” ${year ?? 'n.d.'}`,
      where,
      address,
      true,
    );
  },
  mla: ({ names, title, year, venue, arxiv, address }) => {
    const by = names.length > 2 ? inverted(names.slice(0, 1), ', et al.') : inverted(names, '');
    const where = [venue ?? (arxiv && `arXiv:${arxiv}`), year, address].filter(Boolean).join(', ');
    return `${by ? `${by}. ` : ''}“${title}.” ${where}.`;
  },
};

function sentences(begin: string, where: string | undefined, address: string | undefined, isEnded: boolean): string {
  const parts = [begin, where].filter(Boolean).map((part) => (/[.?!]”?$/.test(part ?? '') ? part : `${part}.`));
  return [...parts, address && (isEnded ? `${address}.` : address)].filter(Boolean).join(' ');
}

/** Of more than `most` names the first ones; APA also names the last. */
function shortened(names: Name[], most: number, kept: number) {
  const isCut = names.length > most;
  return { names: isCut ? names.slice(0, kept) : names, last: isCut ? names.at(-1) : undefined, isCut };
}

function joined(
  { names, last }: ReturnType<typeof shortened>,
  write: (name: Name) => string,
  comma: string,
  and: string,
  gap: string,
) {
  const written = names.map(write);
  if (last) return written.join(comma) + gap + write(last);
  return written.length < 2 ? written.join('') : written.slice(0, -1).join(comma) + and + (written.at(-1) ?? '');
}

function apaName(name: Name): string {
  if ('literal' in name) return name.literal;
  return [familyOf(name), initialsOf(name.given), name.suffix].filter(Boolean).join(', ');
}

function ieeeName(name: Name | undefined): string {
  if (!name) return '';
  if ('literal' in name) return name.literal;
  return [initialsOf(name.given), familyOf(name), name.suffix].filter(Boolean).join(' ');
}

/** `Margin, Ada, and Björn Müller`. */
function inverted(names: Name[], more: string): string {
  const written = names.map((name, i) => (i === 0 ? familyFirst(name) : givenFirst(name)));
  if (more) return written.join(', ') + more;
  return written.length < 2 ? written.join('') : `${written.slice(0, -1).join(', ')}, and ${written.at(-1)}`;
}

function familyFirst(name: Name): string {
  return 'literal' in name ? name.literal : [familyOf(name), name.given, name.suffix].filter(Boolean).join(', ');
}

function givenFirst(name: Name): string {
  if ('literal' in name) return name.literal;
  const { given, suffix }: PersonName = name;
  return [given, familyOf(name), suffix].filter(Boolean).join(' ');
}

/** `Jean-Luc Maria`: `J.-L. M.` Names in scripts without capitals stay as they are. */
function initialsOf(given: string | undefined): string {
  if (!given) return '';
  return given
    .split(' ')
    .map((word) => {
      const parts = word.split('-').map((part) => (/^\p{Lu}/u.test(part) ? `${[...part][0]}.` : part));
      return parts.join('-');
    })
    .join(' ');
}

function listed(names: string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}
