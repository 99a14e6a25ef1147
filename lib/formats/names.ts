/** Names of authors in their parts, as BibTeX, RIS and CSL want them. What cannot be taken apart surely stays whole. */

export interface PersonName {
  family: string;
  given?: string | undefined;
  /** `van der`: belongs to the family name, and is not where it is sorted. */
  particle?: string | undefined;
  /** `Jr.`, `III`. */
  suffix?: string | undefined;
}
/** An organisation, or a name whose parts nobody can tell. */
export interface WholeName {
  literal: string;
}
export type Name = PersonName | WholeName;

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const smallParticle =
  /^(?:van|von|vom|zu|zum|zur|der|den|de|del|della|di|da|dos|das|do|du|la|le|los|las|el|al|ter|ten|te|af|av|bin|ibn|ben|ní|y|['’]t|d['’])$/;
/** In capitals these are no given names either. */
const bigParticle = /^(?:De|Del|Della|Dos|Von)$/;
const organisation =
  /\b(?:teams?|collaboration|consortium|group|inc|ltd|llc|gmbh|corp|corporation|company|university|universität|université|institute|institut|labs?|laboratory|laboratories|organi[sz]ation|foundation|association|society|committee|council|research|project|network|initiative|center|centre|department|ministry|agency|office|academy|college|alliance|authors|contributors|community|and)\b|[&/{}@<>\d]/iu;
const east = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const initials = /^(?:\p{Lu}\p{Ll}?){0,2}\p{Lu}$/u;

/** The parts of a name as pages write it: `Ada van der Berg`, `Berg, Ada`, `Margin A`, `OpenAI`. */
export function nameOf(written: string): Name {
  const text = written.replace(/\s+/g, ' ').trim();
  const name = text.includes(',') ? inverted(text) : inOrder(text);
  return name ?? { literal: text };
}

/** A name as people write it. */
export function shownName(name: Name): string {
  if ('literal' in name) return name.literal;
  const { family, given, particle, suffix } = name;
  const whole = [particle, family].filter(Boolean).join(' ');
  if (given && east.test(family)) return `${whole} ${given}`;
  return [given, whole, suffix].filter(Boolean).join(' ');
}

/** The family name with its particle, which is what a citation says: `van der Berg`. */
export function familyOf(name: Name): string {
  return 'literal' in name ? name.literal : [name.particle, name.family].filter(Boolean).join(' ');
}

/** `Margin, Ada` · `King, Martin, Jr.` · `King, Jr., Martin`. */
function inverted(text: string): Name | undefined {
  const [family = '', ...rest] = text.split(',').map((part) => part.trim());
  if (organisation.test(text) || family === '' || rest.length > 2 || rest.some((part) => part === '')) return undefined;
  const jr = rest.find((part) => suffix.test(part));
  const given = rest.filter((part) => part !== jr);
  if (given.length > 1) return undefined;
  return withParticle(family.split(' '), given[0], jr);
}

function inOrder(text: string): Name | undefined {
  const words = text.split(' ');
  if (words.length < 2 || organisation.test(text)) return undefined;
  if (east.test(text)) {
    const [family = '', given, ...more] = words;
    return more.length === 0 && words.every((word) => east.test(word)) ? { family, given } : undefined;
  }
  const jr = suffix.test(words.at(-1) ?? '') && words.length > 2 ? words.pop() : undefined;
  const last = words.at(-1) ?? '';
  // As PubMed writes them; but in capitals throughout, every short name looks like initials.
  if (!jr && initials.test(last) && text !== text.toUpperCase()) return withParticle(words.slice(0, -1), last, jr);
  let start = words.findIndex((word, i) => i > 0 && (smallParticle.test(word) || bigParticle.test(word)));
  if (start < 0 || start === words.length - 1) start = words.length - 1;
  // `Van den Berg`: a capital before a small particle is one as well.
  if (start > 1 && smallParticle.test(words[start - 1]?.toLowerCase() ?? '') && smallParticle.test(words[start] ?? ''))
    start--;
  return withParticle(words.slice(start), words.slice(0, start).join(' '), jr);
}

function withParticle(words: string[], given: string | undefined, jr: string | undefined): PersonName {
  let count = 0;
  while (count < words.length - 1 && smallParticle.test(words[count] ?? '')) count++;
  const name: PersonName = { family: words.slice(count).join(' ') };
  if (given) name.given = given;
  if (count > 0) name.particle = words.slice(0, count).join(' ');
  if (jr) name.suffix = jr;
  return name;
}
