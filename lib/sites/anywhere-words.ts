/** What a stretch of words may be: a title, names, neither. Guesses, on the safe side. */
import { isLabel, isVenue } from './anywhere-labels';
import { oneLine } from './read';

const maxLength = 400;

/** Headings of parts of a page. */
const headings =
  /^(?:(?:selected|recent|all|other|my|latest|featured|key|top|important|refereed|peer.?reviewed|\d+)\s+)*(?:publications?|papers?|preprints?|articles?|references?|bibliography|further reading|reading list|resources?|research|news|links?|works?|related work|contents?|table of contents|overview|introduction|abstract|background|notes?|comments?|(?:19|20)\d\d|surveys?|datasets?|benchmarks?|conference(?: papers| publications)?|journal(?: papers| publications| articles)?|under review|in press|contact|about(?: me)?|downloads?|citation|acknowledge?ments?|source|cite(?: as| this)?|topics?|week \d+|day \d+)\W*$/i;

/** What may stand before a title: bullets, numbers, emojis, `[ICML'24]`, `(2024)`, `Title:`. */
const before =
  /^(?:[\s\p{Extended_Pictographic}•…·▪►▶→★☆*#>|~\-–—:;,.)\]]+|\uFE0F|\u200D|\[?\(?\d{1,4}[.)\]:]+(?=\s|\p{L}|$)|(?:title|paper)\s*:)/iu;
const bracketed = /^(?:\[([^[\]]{1,40})\]|\(([^()]{1,40})\)|【([^【】]{1,40})】)/;
const after =
  /(?:[\s\p{Extended_Pictographic}•…·▪►▶→★☆*#>|~\-–—:;,[({“]|\uFE0F|\u200D|[[(](?:pdf|video|paper|html|ps|link|arxiv)[\])])+$/iu;
const quoted = /^["“”„«'‘`]{1,2}([^"“”„«»]+?)[,.]?["“”»'’`]{1,2}[,.]?$/u;

/** A title without what a list puts around it. */
export function cleaned(raw: string | null | undefined): string | undefined {
  let title = oneLine(raw?.slice(0, 2000)) ?? '';
  // Markdown that was not rendered.
  title = title.replace(/\*\*|__|``?/g, '').replace(/^\[(.+)\]\([^()\s]*\)?$/, '$1');
  for (let length = -1; length !== title.length; ) {
    length = title.length;
    title = title.replace(before, '').replace(after, '').replace(quoted, '$1');
    const inside = bracketed.exec(title)?.slice(1).find(Boolean);
    if (inside && (isLabel(inside) || /^[\d\s/.-]+$/.test(inside))) title = title.replace(bracketed, '');
  }
  // The full stop of a reference; not that of an abbreviation or an ellipsis.
  title = title.replace(/(?<=[\p{L}\p{N})]{2})\.$/u, '');
  return title || undefined;
}

/** Words that may be a title as they stand: neither a label, nor a heading of a part, nor names. */
export function isTitle(text: string): boolean {
  return isHeadingOfOne(text) && !areNames(text);
}

/** The same where a page marks it as a title: names would not be marked so. */
export function isHeadingOfOne(text: string): boolean {
  if (text.length > maxLength || text.length < 3 || !/\p{L}{2}/u.test(text)) return false;
  return !isLabel(text) && !isVenue(text) && !headings.test(text);
}

/** So many words that they are more than the name of a person, of a model, of a part. */
export function isSurelyTitle(text: string): boolean {
  return (
    isTitle(text) && !mayBeName(text) && (wordsIn(text) > 3 || text.length > 24 || /\p{Script=Han}{6}/u.test(text))
  );
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

const particles = '(?:and|&|de|del|della|der|den|di|da|dos|du|el|la|le|ten|van|von|y|zu|bin|al)';
const name = `(?:\\p{Lu}[\\p{L}.'’*†‡-]*|${particles})`;
const nameAlone = new RegExp(`^(?:${name}\\s+){1,3}${name}[\\d*†‡§,\\s]*$`, 'u');

/** `Ada Margin`: two to four words with capitals, as `Margins Matter` is. */
function mayBeName(text: string): boolean {
  return nameAlone.test(text);
}

/** `Ada Margin, Björn Müller and Cleo Sand`; `Margin, A., & Sand, C.`; `A. Margin et al.` */
export function areNames(text: string): boolean {
  if (/\bet\.? al\b/i.test(text)) return text.length < 100;
  if (text.length > 2000) return false;
  const parts = text.split(/\s*[,;·|]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/).filter(Boolean);
  const initials = parts.filter((part) => /^(?:\p{Lu}\.[\s-]?)+(?:\s*\p{Lu}[\p{L}'’-]+)*[*†‡\d]*$/u.test(part));
  if (parts.length > 1 && initials.length * 3 >= parts.length) return parts.every((part) => wordsIn(part) < 5);
  if (parts.length === 1) return initials.length === 1;
  const names = parts.filter((part) => mayBeName(part));
  return names.length >= 2 && names.length * 4 >= parts.length * 3;
}

/** Where sentences and parts of a line end; not after an initial. */
const ends = /(?<=[^\s.][^\s.][.?!])["”’]?\s+(?=["“‘]?[\p{Lu}\p{N}])|\s+[–—|·•]\s+|\s-\s|\n+/u;

/** As titles do; not as the rest of a sentence, or a code. */
const begins = /^["“‘'¿¡([]?[\p{Lu}\p{Lt}\p{Lo}\p{N}$]|^[a-z]+[A-Z]|\s\S+\s\S+\s/u;

/** `Sand, C. & Vale, E. A survey of ink`: with initials, and no sentence between names and title. */
const author =
  /^(?:\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)?,? (?:\p{Lu}\.[ -]?)+|(?:\p{Lu}\.[ -]?)+ ?\p{Lu}[\p{L}'’-]+|et al\.)(?:,? ?(?:&|and) |[,;.:] ?| )?/u;

function withoutAuthors(text: string): string {
  let rest = text;
  for (let count = 0; count < 50 && author.test(rest); count++) rest = rest.replace(author, '').trimStart();
  return isTitle(rest) ? rest : text;
}

/** The title in the words before a label: `[3] A. Margin and C. Sand. Margins matter. In Proceedings of …`. */
export function titleIn(words: string): string | undefined {
  const text = words.slice(-1500).trim();
  if (!text) return undefined;
  const inQuotes = /["“]([^"“”]{8,300}?)[,.]?["”]/u.exec(text)?.[1];
  if (inQuotes && wordsIn(inQuotes) > 1) return cleaned(inQuotes);
  // `Margin, A., & Sand, C. (2024). Margins matter. Journal of …`
  const dated = /^(.{3,600}?)\s*\((?:19|20)\d\d[a-z]?(?:,[^()]{1,20})?\)[.,:]?\s+(.+)$/su.exec(text);
  const parts = (dated && areNames(cleaned(dated[1]) ?? '') ? (dated[2] ?? '') : text).split(ends);
  const titles = parts
    .flatMap((part) => withoutAuthors(cleaned(part) ?? ''))
    .filter((part) => isTitle(part) && begins.test(part));
  return titles.find((title) => !mayBeName(title)) ?? titles[0];
}
