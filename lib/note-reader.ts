/**
 * Reads notes. The parser of Markdown is fetched, and its patterns made, for the first note that has any: that takes
 * longer than all else that happens when a page is opened, and most pages show no such note.
 */
import { type Piece, paragraph } from './note-pieces';

/** Characters from which on a note is not read: it is shown as it was typed. */
const longest = 20_000;

const markup = /[*_`~[\]<\\$]|https?:\/\/|^[ \t]*(?:[-+=#>]|\d{1,9}[.)])|^(?: {4}| {0,3}\t)/im;

let read: ((note: string) => Piece[]) | undefined;

/** What reads Markdown, if it is here already. */
export function loadedReader(): typeof read {
  return read;
}

/** Fetches it. */
export async function loadReader(): Promise<(note: string) => Piece[]> {
  const { piecesOf } = await import('./note-markdown');
  read = piecesOf;
  return read;
}

/** Whether a note has no Markdown, or more than anybody reads here. */
export function isPlain(note: string): boolean {
  return note.length > longest || !markup.test(note);
}

/** The paragraphs of a note as they were typed. A book is one. */
export function plainPieces(note: string): Piece[] {
  const paragraphs = note.length > longest ? [note] : note.split(/\r?\n(?:[ \t]*\r?\n)+/);
  return paragraphs.filter((text) => text.trim() !== '').map(paragraph);
}
