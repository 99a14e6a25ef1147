/** Which documents a query finds, and how well each fits. Read first: query, lists. */

import { folded } from '../fold';
import type { TextField } from './document';
import { phraseDocs, type Rows, valuesOf } from './lists';
import { allFields, type Lookup, lookUp, phraseOf, type Sought, soughtIn, weightOf } from './look-up';
import { type Marking, MarkingWords } from './marking';
import { eachPosting } from './postings';
import type { Clause } from './query';

/** What there is to search in. */
export interface Searched extends Rows {
  isAlive(doc: number): boolean;
  /** How many documents are alive. */
  count: number;
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
  for (const clause of clauses) {
    if (clause.kind !== 'text') {
      const holds = await docsWith(searched, clause);
      keep((doc) => (holds[doc] === 1) !== clause.isNot);
      continue;
    }
    const sought = soughtIn(clause.text, clause.isPhrase, clause === last);
    const fields: readonly TextField[] = clause.field ? [clause.field] : allFields;
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
    const docs = await phraseDocs(searched, phrase, fields, (doc) => (scores[doc] ?? 0) > 0);
    keep((doc) => docs.has(doc));
  }
  const docs = docsIn(scores);
  await raiseNeighbours(searched, clauses, scores, docs.length);
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
    // What must not be there is meant as it is written.
    const { quality } = await lookUp(searched, { ...each, isOpen: false }, fields);
    const before = docs;
    docs = new Set(docsIn(quality).filter((doc) => !before || before.has(doc)));
  }
  if (!docs || !isPhrase) return docs ?? new Set();
  const within = docs;
  return phraseDocs(searched, phraseOf(sought), fields, (doc) => within.has(doc));
}

/** Raises what has the words of the query side by side, as it says them. */
async function raiseNeighbours(searched: Searched, clauses: Clause[], scores: Float32Array, found: number) {
  const plain = clauses.filter(
    (clause) => clause.kind === 'text' && !clause.isNot && !clause.isPhrase && !clause.field,
  );
  if (plain.length < 2 || found === 0) return;
  const sought = soughtIn(plain.map((clause) => ('text' in clause ? clause.text : '')).join(' '), true, false);
  const phrase = phraseOf(sought).map((word, i, { length }) => (i === length - 1 ? { ...word, isOpen: true } : word));
  const head = allFields.filter((field) => field !== 'abstract');
  for (const doc of await phraseDocs(searched, phrase, head, (doc) => (scores[doc] ?? 0) > 0)) {
    scores[doc] = (scores[doc] ?? 0) * besideEachOther;
  }
}

/** 1 for each document that has one of the values. */
async function docsWith(rows: Rows, clause: Exclude<Clause, { kind: 'text' }>): Promise<Uint8Array> {
  const docs = new Uint8Array(rows.size);
  const add = (field: Parameters<typeof valuesOf>[1], beginning: string, isMeant: (key: string) => boolean) =>
    valuesOf(rows, field, beginning, ({ key, list }) => {
      if (isMeant(key)) eachPosting(list, 0, (doc) => (docs[doc] = 1));
    });
  switch (clause.kind) {
    case 'value': {
      const key = folded(clause.text.trim().replace(/\s+/g, ' '));
      const isMeant = (other: string) => !clause.isWhole || other === key;
      await add(clause.field, key, isMeant);
      if (clause.field === 'site') await add('host', key.replace(/^www\./, ''), isMeant);
      break;
    }
    case 'status':
    case 'has': {
      const values: string[] = clause.values;
      await add(clause.field, '', (key) => values.includes(key));
      break;
    }
    case 'range': {
      const { field, from = 0, to = Number.POSITIVE_INFINITY } = clause;
      await add(field, '', (key) => Number(key) >= from && Number(key) <= to);
    }
  }
  return docs;
}

function docsIn(scores: Float32Array): Uint32Array {
  let count = 0;
  for (const score of scores) if (score > 0) count++;
  const docs = new Uint32Array(count);
  let i = 0;
  for (let doc = 0; doc < scores.length; doc++) if ((scores[doc] ?? 0) > 0) docs[i++] = doc;
  return docs;
}
