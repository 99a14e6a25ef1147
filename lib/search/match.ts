/** Which documents a query finds, and how well each fits. Read first: query, lists. Read next: values. */
import { headFields, type TextField } from './document';
import { type Range, type Rows, valueRange } from './lists';
import {
  allFields,
  isShortBeginning,
  type Lookup,
  lookUp,
  lookUpRanges,
  phraseOf,
  type Sought,
  soughtIn,
  weightOf,
} from './look-up';
import { type Marking, MarkingWords } from './marking';
import { type PhraseWord, phraseDocs, phraseRanges } from './phrases';
import type { Clause, TextClause } from './query';
import { docsNamed, docsWith, nameSought, valuesSought } from './values';

/** What there is to search in. */
export interface Searched extends Rows {
  isAlive(doc: number): boolean;
  /** How many documents are alive. */
  count: number;
  /** By document: when its paper was saved. */
  savedAt(): PromiseLike<Float64Array>;
}

export interface Found {
  /** By document; 0: not found. */
  scores: Float32Array;
  /** In ascending order. */
  docs: Uint32Array;
  /** There may be more: a word of one or two letters was looked for in all but the abstracts. */
  isAtLeast: boolean;
  marking: Marking;
}

/** Words that stand side by side as in the query say more. */
const besideEachOther = 1.5;

/** Finds what all clauses hold for. */
export async function match(searched: Searched, clauses: Clause[]): Promise<Found> {
  const { size, isAlive } = searched;
  const marked = new MarkingWords();
  const scores = new Float32Array(size);
  for (let doc = 0; doc < size; doc++) if (isAlive(doc)) scores[doc] = 1e-3;
  let isAtLeast = false;
  const narrow = (lookup: Lookup) => {
    isAtLeast ||= lookup.isAtLeast;
    const weight = weightOf(lookup.hits, searched.count);
    for (let doc = 0; doc < size; doc++) {
      const quality = lookup.quality[doc] ?? 0;
      scores[doc] = quality > 0 && (scores[doc] ?? 0) > 0 ? (scores[doc] ?? 0) + weight * quality : 0;
    }
  };
  const keep = (isKept: (doc: number) => boolean) => {
    for (let doc = 0; doc < size; doc++) if ((scores[doc] ?? 0) > 0 && !isKept(doc)) scores[doc] = 0;
  };
  const last = clauses.findLast(({ isNot }) => !isNot);
  const neighbours = neighboursIn(clauses);
  await searched.preload([
    ...clauses.flatMap((clause) => rangesOf(clause, clause === last)),
    ...phraseRanges(neighbours, headFields),
  ]);
  for (const clause of clauses) {
    if (clause.kind !== 'text') {
      const holds = await docsWith(searched, clause);
      keep((doc) => (holds[doc] === 1) !== clause.isNot);
      continue;
    }
    const sought = soughtIn(clause, clause === last);
    const named = await docsNamed(searched, clause);
    if (named) {
      keep((doc) => (named[doc] === 1) !== clause.isNot);
      if (!clause.isNot) marked.addPhrase(phraseOf(sought));
      continue;
    }
    const fields = fieldsOf(clause);
    if (clause.isNot) {
      const found = await allOf(searched, sought, fields, clause.isPhrase);
      keep((doc) => !found.has(doc));
      continue;
    }
    for (const each of sought) {
      const lookup = await lookUp(searched, each, fields);
      narrow(lookup);
      if (!clause.isPhrase) marked.add(each, lookup.typos);
    }
    if (!clause.isPhrase) continue;
    const phrase = phraseOf(sought);
    marked.addPhrase(phrase);
    // A word alone was looked up; of one like “the”, there are places in every abstract.
    if (phrase.length === 1 && !phrase[0]?.isOpen) continue;
    const docs = await phraseDocs(searched, phrase, fields, (doc) => (scores[doc] ?? 0) > 0);
    keep((doc) => docs.has(doc));
  }
  const docs = docsIn(scores);
  if (docs.length > 0 && neighbours.length > 0) {
    for (const doc of await phraseDocs(searched, neighbours, headFields, (doc) => (scores[doc] ?? 0) > 0)) {
      scores[doc] = (scores[doc] ?? 0) * besideEachOther;
    }
  }
  return { scores, docs, isAtLeast, marking: marked.done() };
}

/** The documents that have all of this. */
async function allOf(
  searched: Searched,
  sought: Sought[],
  fields: readonly TextField[],
  isPhrase: boolean,
): Promise<Set<number>> {
  let docs: Set<number> | undefined;
  for (const each of sought) {
    const { quality } = await lookUp(searched, each, fields);
    const before = docs;
    docs = new Set(docsIn(quality).filter((doc) => !before || before.has(doc)));
  }
  if (!docs || !isPhrase) return docs ?? new Set();
  const within = docs;
  return phraseDocs(searched, phraseOf(sought), fields, (doc) => within.has(doc));
}

/** The words of a query that may stand side by side in what it means, and as the query says them. */
function neighboursIn(clauses: Clause[]): PhraseWord[] {
  const plain = clauses.flatMap((clause) =>
    clause.kind === 'text' && !clause.isNot && !clause.isPhrase && !clause.field ? clause.text : [],
  );
  if (plain.length < 2) return [];
  const phrase = phraseOf(soughtIn({ text: plain.join(' '), isPhrase: true, isNot: false }, false));
  const last = phrase.at(-1);
  return phrase.map((each) => ({ ...each, isOpen: each.isOpen || (each === last && !isShortBeginning(each.word)) }));
}

function fieldsOf(clause: TextClause): readonly TextField[] {
  return clause.field ? [clause.field] : allFields;
}

/** What a clause will read. */
function rangesOf(clause: Clause, isLast: boolean): Range[] {
  if (clause.kind !== 'text') return valuesSought(clause).map(([field, beginning]) => valueRange(field, beginning));
  const sought = soughtIn(clause, isLast);
  const fields = fieldsOf(clause);
  const ranges = sought.flatMap((each) => lookUpRanges(each, fields));
  const name = nameSought(clause);
  if (name) ranges.push(valueRange(...name));
  return clause.isPhrase ? [...ranges, ...phraseRanges(phraseOf(sought), fields)] : ranges;
}

function docsIn(scores: Float32Array): Uint32Array {
  const docs = new Uint32Array(scores.length);
  let count = 0;
  for (let doc = 0; doc < scores.length; doc++) if ((scores[doc] ?? 0) > 0) docs[count++] = doc;
  return docs.slice(0, count);
}
