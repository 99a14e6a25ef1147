/** How far two words are apart, in letters that were left out, put in, changed or swapped with their neighbour. */
export function distance(a: string, b: string): number {
  return new Distances(a, Number.POSITIVE_INFINITY).to(codesOf(b), b.length);
}

/**
 * How far other words are from one; infinite where it is more than `most`. What the next one begins with as the one before
 * did is not reckoned again: of words in order, a hundred thousand take some milliseconds.
 */
export class Distances {
  readonly #word: number[];
  readonly #most: number;
  /** By how many letters of the other word: the distances of that beginning to each beginning of the word. */
  readonly #rows: number[][];
  /** The letters that the rows are of. */
  readonly #beginning: number[] = [];
  /** Whatever begins so is too far. */
  #isFar = false;

  constructor(word: string, most: number) {
    this.#word = codesOf(word);
    this.#most = most;
    this.#rows = [Array.from({ length: word.length + 1 }, (_, i) => i)];
  }

  /** The other word as UTF-16 code units, the first `length` of them. */
  to(other: ArrayLike<number>, length: number): number {
    const known = this.#beginning;
    if (Math.abs(length - this.#word.length) > this.#most) return Number.POSITIVE_INFINITY;
    let same = 0;
    while (same < length && same < known.length && other[same] === known[same]) same++;
    if (this.#isFar && same === known.length) return Number.POSITIVE_INFINITY;
    known.length = same;
    this.#isFar = false;
    while (known.length < length && !this.#isFar) this.#add(other[known.length] ?? 0);
    return this.#isFar ? Number.POSITIVE_INFINITY : (this.#rows[length]?.[this.#word.length] ?? 0);
  }

  #add(letter: number): void {
    const [word, rows, i] = [this.#word, this.#rows, this.#beginning.length + 1];
    const above = rows[i - 1] ?? [];
    const before = rows[i - 2] ?? [];
    rows[i] ??= new Array(word.length + 1);
    const row = rows[i];
    let least = i;
    row[0] = i;
    for (let j = 1; j <= word.length; j++) {
      const isSame = letter === word[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (j > 1 && letter === word[j - 2] && this.#beginning.at(-1) === word[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    this.#beginning.push(letter);
    this.#isFar = least > this.#most;
  }
}

function codesOf(word: string): number[] {
  return Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
}

/** How many letters of a word may be wrong: in a short one, any other letter makes another word. */
export function allowedTypos(word: string): number {
  if (/\p{N}/u.test(word)) return 0;
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}
