/** Status, rating and tags. In the background, inside the transaction of whoever calls. */
import { type Marks, type MarksChange, mostUsedFirst, tagKey, tagName } from '../marks';
import type { PaperId } from '../paper';
import { nowAfter } from './clock';
import type { TagInUse } from './contract';
import { type Dated, db, type MarksRecord } from './db';
import { idsNotShown } from './not-shown';

/** Changes the marks of a saved paper. */
export async function changeMarks(paperId: PaperId, change: MarksChange): Promise<void> {
  const before = await db.marks.get(paperId);
  const at = nowAfter(...(before?.tags ?? []).flatMap((tag) => [tag.at, tag.removedAt]));
  await db.marks.put(changed(before ?? { paperId, tags: [], tagKeys: [] }, change, at));
}

/** As it is shown: without what was taken away. */
export function marksOf({ status, rating, tags }: MarksRecord): Marks {
  const names = tags.filter(({ removedAt }) => !removedAt).map(({ name }) => name);
  return {
    ...(status?.value && { status: status.value }),
    ...(rating?.value && { rating: rating.value }),
    ...(names.length > 0 && { tags: names }),
  };
}

/** Both, for the paper that two were merged into: all tags; of status and rating, what was chosen last. */
export function bothMarks(into: MarksRecord | undefined, from: MarksRecord): MarksRecord {
  if (!into) return from;
  const both: MarksRecord = { ...into, ...later('status', into, from), ...later('rating', into, from) };
  const own = new Set(into.tagKeys);
  const others = from.tags.filter(({ name, removedAt }) => !removedAt && !own.has(tagKey(name)));
  return withTags(both, [...into.tags.filter(({ name }) => !isIn(others, name)), ...others]);
}

/** The tags in use, the most used first, without the index: this reads all marks that have tags. */
export async function countTags(): Promise<TagInUse[]> {
  const tags = new Map<string, TagInUse>();
  const hidden = await idsNotShown();
  // Once for each of its tags; to ask for each record once would be one request for each.
  const tagged = new Map((await db.marks.where('tagKeys').above('').toArray()).map((marks) => [marks.paperId, marks]));
  for (const marks of tagged.values()) {
    if (hidden.has(marks.paperId)) continue;
    for (const name of marksOf(marks).tags ?? []) {
      const key = tagKey(name);
      const tag = tags.get(key);
      tags.set(key, { name: tag?.name ?? name, papers: (tag?.papers ?? 0) + 1 });
    }
  }
  return [...tags.values()].sort(mostUsedFirst);
}

function changed(record: MarksRecord, { status, rating, addTags = [], removeTags = [] }: MarksChange, at: number) {
  const removed = new Set(removeTags.map(tagKey));
  const tags = record.tags.map((tag) =>
    removed.has(tagKey(tag.name)) && !tag.removedAt ? { ...tag, removedAt: at } : tag,
  );
  for (const name of addTags.map(tagName)) {
    const index = tags.findIndex((tag) => tagKey(tag.name) === tagKey(name));
    if (index >= 0 && !tags[index]?.removedAt) continue;
    if (index >= 0) tags.splice(index, 1);
    tags.push({ name, at });
  }
  return withTags(
    {
      ...record,
      ...(status !== undefined && { status: dated(status, nowAfter(record.status?.at)) }),
      ...(rating !== undefined && { rating: dated(rating, nowAfter(record.rating?.at)) }),
    },
    tags,
  );
}

/** With these tags, and what finds them. */
export function withTags(record: MarksRecord, tags: MarksRecord['tags']): MarksRecord {
  return { ...record, tags, tagKeys: tags.filter(({ removedAt }) => !removedAt).map(({ name }) => tagKey(name)) };
}

function isIn(tags: MarksRecord['tags'], name: string): boolean {
  return tags.some((tag) => tagKey(tag.name) === tagKey(name));
}

function dated<Value>(value: Value | null, at: number): Dated<Value> {
  return value === null ? { at } : { value, at };
}

function later(field: 'status' | 'rating', into: MarksRecord, from: MarksRecord) {
  const theirs = from[field];
  return theirs && theirs.at > (into[field]?.at ?? 0) ? { [field]: theirs } : {};
}
