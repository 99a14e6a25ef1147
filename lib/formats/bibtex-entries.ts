/**
 * The entries of a BibTeX file, as they stand there, with their lines. One pass: where an entry has no end, it is read
 * to the next line that begins one, and the others are read as if nothing was.
 */
import { LineCounter } from './lines';
import { beginningOf, type Problem } from './problems';

export interface BibtexEntry {
  /** In small letters. */
  type: string;
  key: string;
  /** By their names in small letters. The first of each counts. */
  fields: Map<string, string>;
  line: number;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const name = /[^\s"#%'(),={}@]+/y;
const space = /\s+/y;
const start = /@\s*([a-zA-Z]+)\s*([{(])/g;
const lineStart = /[\n\r][ \t]*@[ \t]*[a-zA-Z]+[ \t]*[{(]/g;
/** Nobody writes longer keys; a file without commas would be one. */
const maxKey = 1000;

/** All entries that can be read, and what is wrong with the others. */
export function bibtexEntries(text: string): { entries: BibtexEntry[]; problems: Problem[] } {
  const lines = new LineCounter(text);
  const entries: BibtexEntry[] = [];
  const problems: Problem[] = [];
  const strings = new Map(months.map((month, i) => [month, String(i + 1)]));
  const scanner = new Scanner(text, strings);
  start.lastIndex = 0;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const [all, type = '', bracket] = match;
    const at = match.index;
    const kind = type.toLowerCase();
    // JabRef keeps its groups in comments, and some put entries there that are not to count.
    if (kind === 'comment' || kind === 'preamble') {
      start.lastIndex = scanner.skip(start.lastIndex);
      continue;
    }
    const { key, fields, end, isWhole } = scanner.entry(
      at + all.length,
      bracket === '(' ? ')' : '}',
      kind === 'string',
    );
    start.lastIndex = end;
    if (kind === 'string') for (const [each, value] of fields) strings.set(each, value);
    else if (isWhole) entries.push({ type: kind, key, fields, line: lines.at(at) });
    else problems.push({ problem: 'unclosed', line: lines.at(at), text: beginningOf(text.slice(at, at + 200)) });
  }
  return { entries, problems };
}

class Scanner {
  at = 0;
  /** Once an entry went to the end of the file without an end, no other one may go over the beginning of the next. */
  #isCareful = false;
  /** Up to here, something that is skipped is not closed. */
  #unclosedTo = -1;
  /** Where the first entry begins after a place; the same for all places between. */
  #next = { from: -1, at: -1 };

  constructor(
    readonly text: string,
    readonly strings: Map<string, string>,
  ) {}

  /** After the bracket that closes what is open at `start`; there, if none does. */
  skip(start: number): number {
    // Looked through already, and in vain.
    if (start < this.#unclosedTo) return start;
    const limit = this.#isCareful ? this.#nextEntry(start) : this.text.length;
    const end = this.#closing(start, limit);
    if (end >= 0) return end + 1;
    this.#isCareful = true;
    this.#unclosedTo = limit;
    return start;
  }

  entry(start: number, closing: string, isString: boolean) {
    const read = this.#fields(start, closing, this.#isCareful ? this.#nextEntry(start) : this.text.length, isString);
    if (read.isWhole || this.#isCareful) return read;
    // What was taken for a part of this entry may be all others.
    const next = this.#nextEntry(start);
    if (read.end >= this.text.length) this.#isCareful = true;
    return { ...read, end: Math.min(read.end, Math.max(next, start)) };
  }

  #nextEntry(start: number): number {
    if (start < this.#next.from || start > this.#next.at) {
      lineStart.lastIndex = start;
      this.#next = { from: start, at: lineStart.exec(this.text)?.index ?? this.text.length };
    }
    return this.#next.at;
  }

  #fields(start: number, closing: string, limit: number, isString: boolean) {
    const fields = new Map<string, string>();
    this.at = start;
    let key = '';
    if (!isString) {
      key = this.#key(limit, closing);
      if (this.#is(closing)) return { key, fields, end: this.at + 1, isWhole: true };
      if (!this.#is(',')) return { key, fields, end: this.at, isWhole: false };
      this.at++;
    }
    while (this.at < limit) {
      this.#space();
      if (this.#is(closing)) return { key, fields, end: this.at + 1, isWhole: true };
      if (this.#is(',')) {
        this.at++;
        continue;
      }
      const field = this.#match(name)?.toLowerCase();
      this.#space();
      if (field === undefined || !this.#is('=')) break;
      this.at++;
      const value = this.#value(limit, closing);
      if (value === undefined) break;
      if (!fields.has(field)) fields.set(field, value);
      this.#space();
      if (!this.#is(',') && !this.#is(closing)) break;
    }
    return { key, fields, end: Math.min(this.at, limit), isWhole: false };
  }

  #key(limit: number, closing: string): string {
    const from = this.at;
    const last = Math.min(limit, from + maxKey);
    while (this.at < last && !this.#is(',') && !this.#is(closing) && !this.#is('=')) this.at++;
    return this.text.slice(from, this.at).trim();
  }

  /** Parts joined by `#`. */
  #value(limit: number, closing: string): string | undefined {
    let value = '';
    for (;;) {
      this.#space();
      const part = this.#part(limit, closing);
      if (part === undefined) return undefined;
      value += part;
      this.#space();
      if (!this.#is('#')) return value;
      this.at++;
    }
  }

  #part(limit: number, closing: string): string | undefined {
    const from = this.at + 1;
    if (this.#is('{')) {
      const end = this.#closing(from, limit);
      if (end < 0) return this.#lost(limit);
      this.at = end + 1;
      return this.text.slice(from, end);
    }
    if (this.#is('"')) {
      const end = this.#quote(from, limit);
      if (end < 0) return this.#lost(limit);
      this.at = end + 1;
      return this.text.slice(from, end);
    }
    if (this.#is(closing) || this.#is(',')) return undefined;
    const word = this.#match(name);
    return word === undefined ? undefined : (this.strings.get(word.toLowerCase()) ?? word);
  }

  #lost(limit: number): undefined {
    this.at = limit;
  }

  /** Where the brace is that closes what is open; BibTeX knows no escaped braces. */
  #closing(start: number, limit: number): number {
    const end = Math.min(limit, this.text.length);
    let depth = 1;
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 123) depth++;
      else if (code === 125 && --depth === 0) return at;
    }
    return -1;
  }

  #quote(start: number, limit: number): number {
    const end = Math.min(limit, this.text.length);
    let depth = 0;
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 34 && depth === 0) return at;
      if (code === 123) depth++;
      else if (code === 125 && --depth < 0) return -1;
    }
    return -1;
  }

  #space(): void {
    this.#match(space);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  #is(sign: string): boolean {
    return this.text.charAt(this.at) === sign;
  }
}
