/**
 * Whether two papers look like one work: a preprint and its published version share title, first author and year, and
 * often no identifier. Only ever a reason to ask; nothing is joined on a title.
 */
import type { Paper } from './paper';

/** What two papers agree in. */
export interface Agreement {
  title: string;
  /** The first author, as either paper writes it. */
  author: string;
  years: [number, number];
}

/**
 * The title by which the same work is looked up, in any script: without case, punctuation and width. Accents and marks
 * count: without them, words of many languages become other words. `undefined` for titles that hundreds of papers bear.
 */
export function titleKey(title: string): string | undefined {
  const key = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return key === '' || isGeneric(key) ? undefined : key;
}

const wholeTitles =
  /^(?:guest )?(?:editors? )?(?:editorial|éditorial|preface|préface|foreword|vorwort|avant propos|introduction|front matter|frontmatter|back matter|contents|table of contents|index|author index|abstracts?|announcements?|news|letters?|letter to the editor|obituary|in memoriam|acknowledge?ments?|conclusions?|discussion|commentary|reviewers?|list of reviewers|program committee|welcome|corrections?|errata|前言|序|序言|编者按|目录|巻頭言|はじめに)(?: \d+)?$/;

const beginnings =
  /^(?:(?:authors?|editors?) )?(?:editorial|reply|replies|response to|comments? (?:on|to)|commentary on|correction to|corrections to|author correction|publisher correction|corrigendum|erratum|errata|addendum|retraction|retracted|withdrawn|re|antwort auf|réponse à|book review|review of|letter to|in memory of|in memoriam|obituary|proceedings of|preface to|foreword to)(?: |$)/;

function isGeneric(key: string): boolean {
  return wholeTitles.test(key) || beginnings.test(key);
}

/** What two papers agree in, if it is title, first author and year. A preprint may be a year ahead of its publication. */
export function agreementOf(a: Paper, b: Paper): Agreement | undefined {
  const key = titleKey(a.title);
  const [author, otherAuthor] = [a.authors?.[0], b.authors?.[0]];
  const [year, otherYear] = [yearOf(a), yearOf(b)];
  if (!key || key !== titleKey(b.title) || !author || !otherAuthor || !year || !otherYear) return undefined;
  const between = isPreprint(a) === isPreprint(b) ? 0 : 1;
  if (Math.abs(year - otherYear) > between || !isSameName(author, otherAuthor)) return undefined;
  return { title: a.title, author, years: [year, otherYear] };
}

/** The year of a paper: its first version's, or that of its arXiv number. */
export function yearOf({ id, aliases = [], published, updated }: Paper): number | undefined {
  const written = published ?? updated;
  if (written) return Number(written.slice(0, 4));
  const arxiv = [id, ...aliases].find((each) => each.startsWith('arxiv:'));
  const digits = /^arxiv:(?:.*\/)?(\d\d)/.exec(arxiv ?? '')?.[1];
  // arXiv began in 1991.
  return digits === undefined ? undefined : Number(digits) + (Number(digits) > 90 ? 1900 : 2000);
}

function isPreprint({ id }: Paper): boolean {
  return /^arxiv:|^doi:10\.(?:1101|64898|2139|21203)\//.test(id);
}

/** `Müller, Björn`, `Björn Muller`, `Müller B`, `B. Müller`: each one's family name is in the other's name. */
function isSameName(a: string, b: string): boolean {
  const [wordsOfA, wordsOfB] = [wordsOf(a), wordsOf(b)];
  return wordsOfB.includes(familyOf(a, wordsOfA)) && wordsOfA.includes(familyOf(b, wordsOfB));
}

function familyOf(name: string, words: string[]): string {
  const before = name.includes(',') ? wordsOf(name.split(',')[0] ?? '') : words;
  // Initials at the end, as PubMed writes them, are no family name.
  const family = before.findLast((word) => word.length > 2 || !/^[a-z]+$/.test(word));
  return family ?? before.at(-1) ?? '';
}

/** Names lose their accents on many sites; only Latin ones, where that leaves the letter what it is. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}
