import type { PaperId } from '../paper';

/** A paper's name, and the version that the text spoke of: versions are not papers of their own. */
export interface Identifier {
  id: PaperId;
  version?: number;
}

/** One way of naming papers. Nothing here throws, whatever the text is. */
export interface Scheme {
  /** Reads an identifier as people write it, with the scheme's name before it where it would be ambiguous alone. */
  written(text: string): Identifier | undefined;
  /** The hosts, without `www.`, whose addresses hold it. */
  hosts: string[];
  /** Reads the identifier in an address of one of these hosts. */
  at(url: URL): Identifier | undefined;
  /** The paper's canonical page. */
  address(value: string): string;
}

/** The identifier that `pattern` finds; its first group is the value. */
export function matched(scheme: string, text: string, pattern: RegExp): Identifier | undefined {
  const value = pattern.exec(text)?.[1];
  return value ? { id: `${scheme}:${value}` } : undefined;
}

/** A path or a query as people write it; the same where it is not encoded rightly. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function encodePath(value: string): string {
  return value.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
