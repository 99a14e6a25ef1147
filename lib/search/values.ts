/** Which documents have a value, a number or a day. Read first: query, lists. */
import { type Days, timesOf } from './days';
import type { ValueField } from './document';
import { valuesOf } from './lists';
import type { Searched } from './match';
import { eachPosting } from './postings';
import type { Clause, Having, TextClause } from './query';
import { valueKey } from './value-key';

export type ValueClause = Exclude<Clause, { kind: 'text' }>;

/** Values that are indexed themselves: that there is one need not be. */
const ownValues = ['venue', 'year'] as const satisfies (Having & ValueField)[];

/** Fields of values, and how the values begin that a clause may mean. */
export function valuesSought(clause: ValueClause): [ValueField, string][] {
  switch (clause.kind) {
    case 'value': {
      const key = valueKey(clause.text);
      return clause.field === 'tag'
        ? [['tag', key]]
        : [
            ['site', key],
            ['host', key.replace(/^www\./, '')],
          ];
    }
    case 'has':
      return [['has', ''], ...ownOf(clause.values).map((field): [ValueField, string] => [field, ''])];
    case 'days':
      return clause.field === 'saved' ? [] : [[clause.field, commonBeginning(clause)]];
    default:
      return [[clause.field, '']];
  }
}

/** 1 for each document that a clause means. */
export async function docsWith(searched: Searched, clause: ValueClause): Promise<Uint8Array> {
  if (clause.kind === 'days' && clause.field === 'saved') return docsSaved(searched, clause);
  const docs = new Uint8Array(searched.size);
  for (const [field, beginning] of valuesSought(clause)) {
    await valuesOf(searched, field, beginning, ({ key, list }) => {
      if (!isMeant(clause, field, key)) return;
      eachPosting(list, 0, (doc) => {
        docs[doc] = 1;
      });
    });
  }
  return docs;
}

/** Of these, a name in quotes is meant as a whole, as a tag is: where there is such a one. */
export function nameSought({ field, text, isPhrase }: TextClause): [ValueField, string] | undefined {
  return isPhrase && (field === 'author' || field === 'venue') ? [field, valueKey(text)] : undefined;
}

/** 1 for each document that has this very author or venue; nothing, where none has. */
export async function docsNamed(searched: Searched, clause: TextClause): Promise<Uint8Array | undefined> {
  const sought = nameSought(clause);
  if (!sought) return undefined;
  const docs = new Uint8Array(searched.size);
  let isThere = false;
  await valuesOf(searched, ...sought, ({ key, list }) => {
    if (key !== sought[1]) return;
    eachPosting(list, 0, (doc) => {
      docs[doc] = 1;
      isThere ||= searched.isAlive(doc);
    });
  });
  return isThere ? docs : undefined;
}

async function docsSaved(searched: Searched, days: Days): Promise<Uint8Array> {
  const [from, before] = timesOf(days);
  const docs = new Uint8Array(searched.size);
  const savedAt = await searched.savedAt();
  for (let doc = 0; doc < docs.length; doc++) {
    const at = savedAt[doc] ?? 0;
    if (at >= from && at < before) docs[doc] = 1;
  }
  return docs;
}

function isMeant(clause: ValueClause, field: ValueField, key: string): boolean {
  switch (clause.kind) {
    case 'value':
      return !clause.isWhole || key === valueKey(clause.text);
    case 'range':
      return Number(key) >= (clause.from ?? 0) && Number(key) <= (clause.to ?? Number.POSITIVE_INFINITY);
    case 'days':
      return key >= (clause.from ?? '') && (clause.to === undefined || key <= clause.to);
    case 'has':
      return field !== 'has' || (clause.values as string[]).includes(key);
    default:
      return (clause.values as string[]).includes(key);
  }
}

function ownOf(values: Having[]) {
  return ownValues.filter((field) => values.includes(field));
}

/** Of a month, what all its days begin with. */
function commonBeginning({ from = '', to = '' }: Days): string {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return from.slice(0, same);
}
