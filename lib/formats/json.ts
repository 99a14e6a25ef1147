/** JSON from anywhere: deep, cut off, with keys that are traps. What can be read of it is. */
import { LineCounter } from './lines';
import { beginningOf, NothingRead, type Problem } from './problems';

/** Deeper than any file that means papers; what is below is not looked at. */
const maxDepth = 60;

export interface JsonRead {
  value: unknown;
  problems: Problem[];
}

/** The value of a text. Where the text is broken, what is whole of its outer two levels. */
export function readJson(text: string): JsonRead {
  try {
    return { value: JSON.parse(text), problems: [] };
  } catch (error) {
    // A RangeError is a depth that this browser does not bear.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return salvaged(text);
  }
}

/**
 * Whether a value may be used: no deeper than anything needs. Takes out keys that would change what an object is; that
 * of a class stays, it is a word like others.
 */
export function tame(value: unknown, room = maxDepth): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (room === 0) return false;
  if (Array.isArray(value)) return value.every((each) => tame(each, room - 1));
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
  for (const key in value) {
    if (!tame((value as Record<string, unknown>)[key], room - 1)) return false;
  }
  return true;
}

/** Whether a value is an object with keys, and no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A part of a broken text that ended: a member of the outer object, or an element of a list in it. */
interface Piece {
  key?: string | undefined;
  start: number;
  end: number;
  isElement: boolean;
}

/** The whole parts of a text that is not JSON as a whole. */
function salvaged(text: string): JsonRead {
  const begin = text.search(/\S/);
  const opener = text.charAt(begin);
  if (opener !== '{' && opener !== '[') throw new NothingRead('notJson');
  const lines = new LineCounter(text);
  const problems: Problem[] = [];
  const list: unknown[] = [];
  const members = new Map<string, unknown>();
  const { pieces, isClosed, brokenAt } = piecesOf(text, begin);
  for (const { key, start, end, isElement } of pieces) {
    const slice = text.slice(start, end);
    try {
      const value: unknown = JSON.parse(slice);
      if (key === undefined) list.push(value);
      else if (!isElement) members.set(key, value);
      else {
        const others = members.get(key);
        if (Array.isArray(others)) others.push(value);
        else members.set(key, [value]);
      }
    } catch (error) {
      const problem = error instanceof RangeError ? 'tooDeep' : 'badEntry';
      problems.push({ problem, line: lines.at(start), text: beginningOf(slice) });
    }
  }
  if (list.length === 0 && members.size === 0) throw new NothingRead(isClosed ? 'notJson' : 'cutOff');
  if (!isClosed)
    problems.push({ problem: 'cutOff', line: lines.at(brokenAt), text: beginningOf(text.slice(brokenAt)) });
  else if (problems.length === 0) problems.push({ problem: 'notJson' });
  return { value: opener === '[' ? list : Object.fromEntries(members), problems };
}

/** Goes once over the text; what is in quotation marks is not looked at. */
function piecesOf(text: string, begin: number) {
  const pieces: Piece[] = [];
  const isList = text.charAt(begin) === '[';
  let depth = 0;
  let key: string | undefined;
  /** Where the value began that is open on the first and on the second level. */
  let first = -1;
  let second = -1;
  let isSecondList = false;

  const endSecond = (at: number) => {
    if (isSecondList && second >= 0 && key !== undefined) pieces.push({ key, start: second, end: at, isElement: true });
    second = -1;
  };
  const endFirst = (at: number) => {
    // A list in an object has been taken apart already.
    const isWhole = first >= 0 && !isSecondList && (isList || key !== undefined);
    if (isWhole) pieces.push({ key: isList ? undefined : key, start: first, end: at, isElement: false });
    first = -1;
    key = undefined;
    isSecondList = false;
  };
  const mark = (at: number) => {
    if (depth === 1 && first < 0 && (isList || key !== undefined)) first = at;
    if (depth === 2 && second < 0) second = at;
  };

  for (let at = begin; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32) continue;
    if (code === 34) {
      const end = endOfString(text, at);
      if (end < 0) break;
      if (depth === 1 && !isList && key === undefined) key = nameOf(text.slice(at, end));
      else mark(at);
      at = end - 1;
    } else if (code === 91 || code === 123) {
      mark(at);
      if (depth === 1 && !isList && code === 91) isSecondList = true;
      depth++;
    } else if (code === 93 || code === 125) {
      if (depth === 2) endSecond(at);
      if (depth === 1) endFirst(at);
      depth--;
      if (depth <= 0) return { pieces, isClosed: true, brokenAt: at };
    } else if (code === 44) {
      if (depth === 2) endSecond(at);
      if (depth === 1) endFirst(at);
    } else if (code !== 58) {
      mark(at);
    }
  }
  return { pieces, isClosed: false, brokenAt: Math.max(begin, first, second) };
}

/** After the closing quotation mark; -1 where there is none. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === 92) escapes++;
    if (escapes % 2 === 0) return end + 1;
  }
  return -1;
}

function nameOf(quoted: string): string | undefined {
  try {
    const name: unknown = JSON.parse(quoted);
    return typeof name === 'string' && name !== '__proto__' ? name : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
