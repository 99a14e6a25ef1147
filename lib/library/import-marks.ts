/** How marks and highlights of an import and those that are there become one. */
import { canonical } from '../fingerprint';
import type { WholePaper } from '../formats/whole-paper';
import { tagKey, tagName } from '../marks';
import type { PaperId } from '../paper';
import type { Dated, HighlightRecord, MarksRecord } from './db';
import type { Known } from './import-known';
import type { Row } from './import-rows';
import { withTags } from './marks';

type Part = 'status' | 'rating' | 'tags';

export interface MarksPlan {
  rows: Row[];
  parts: Part[];
}

export type MarkedPaper = Pick<WholePaper, Part>;

/** Of status and rating, what was chosen last; all tags, but those that were taken away later. */
export function planMarks(paperId: PaperId, whole: MarkedPaper, known: Known): MarksPlan {
  const { status, rating, tags = [] } = whole;
  if (!status && !rating && tags.length === 0) return { rows: [], parts: [] };
  const mine = known.marks(paperId) ?? { paperId, tags: [], tagKeys: [] };
  const parts: Part[] = [];
  let marks: MarksRecord = mine;
  if (status && isChosenLater(mine.status, status)) {
    marks = { ...marks, status: status as MarksRecord['status'] & object };
    parts.push('status');
  }
  if (rating && isChosenLater(mine.rating, rating)) {
    marks = { ...marks, rating: rating as MarksRecord['rating'] & object };
    parts.push('rating');
  }
  const joined = joinedTags(mine.tags, tags as MarksRecord['tags']);
  if (joined) {
    marks = withTags(marks, joined);
    parts.push('tags');
  }
  return { parts, rows: parts.length > 0 ? [{ table: 'marks', key: paperId, record: marks }] : [] };
}

function isChosenLater(mine: Dated<unknown> | undefined, theirs: { value?: unknown; at: number }): boolean {
  return !mine || (theirs.at > mine.at && theirs.value !== mine.value);
}

/** Nothing where all is there. */
function joinedTags(mine: MarksRecord['tags'], theirs: MarksRecord['tags']): MarksRecord['tags'] | undefined {
  const tags = new Map(mine.map((tag) => [tagKey(tag.name), tag]));
  let isChanged = false;
  for (const tag of theirs) {
    const name = tagName(tag.name);
    const key = tagKey(name);
    const before = tags.get(key);
    if (name === '') continue;
    if (before && (changedAt(before) >= changedAt(tag) || !before.removedAt === !tag.removedAt)) continue;
    tags.set(key, { ...tag, name });
    isChanged = true;
  }
  return isChanged ? [...tags.values()] : undefined;
}

function changedAt({ at, removedAt = 0 }: { at: number; removedAt?: number }): number {
  return Math.max(at, removedAt);
}

/** The passages that are not there, and those that were changed later. */
export function planHighlights(paperId: PaperId, whole: WholePaper, known: Known): Row[] {
  const theirs = whole.highlights ?? [];
  if (theirs.length === 0) return [];
  const passages = new Set(known.highlights(paperId).map(passageOf));
  const rows: Row[] = [];
  for (const highlight of theirs) {
    const mine = known.highlight(highlight.id);
    const record = { ...highlight, paperId } as HighlightRecord;
    if (mine?.paperId === paperId) {
      const isLater = record.updatedAt > mine.updatedAt;
      if (isLater && canonical(record) !== canonical(mine)) rows.push(highlightRow(record));
    } else if (!passages.has(passageOf(record))) {
      // Under another paper its id is taken.
      rows.push(highlightRow(mine ? { ...record, id: crypto.randomUUID() } : record));
    }
    passages.add(passageOf(record));
  }
  return rows;
}

function passageOf({ quote, comment = '' }: HighlightRecord): string {
  return JSON.stringify([quote.exact, quote.prefix, quote.suffix, comment]);
}

function highlightRow(record: HighlightRecord): Row {
  return { table: 'highlights', key: record.id, record };
}
