/** Lines of a text, however they end: LF, CRLF or CR. */

/** Which line a place is on. Asked in order, it goes over the text once. */
export class LineCounter {
  #at = 0;
  #line = 1;

  constructor(readonly text: string) {}

  /** The line of a place in the text, 1 for the first. */
  at(place: number): number {
    if (place < this.#at) {
      this.#at = 0;
      this.#line = 1;
    }
    for (; this.#at < place; this.#at++) {
      const code = this.text.charCodeAt(this.#at);
      if (code === 10 || (code === 13 && this.text.charCodeAt(this.#at + 1) !== 10)) this.#line++;
    }
    return this.#line;
  }
}

/** The lines of a text without their ends, the first with the number 1. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
