/** A passage of a paper's title or abstract, by its words: it is found wherever the same text is shown. */

/** A W3C Web Annotation text quote: https://www.w3.org/TR/annotation-model/#text-quote-selector. */
export interface Quote {
  exact: string;
  /** Up to `contextLength` characters before it, and after it. */
  prefix: string;
  suffix: string;
}

export interface Highlight {
  /** A UUID. */
  id: string;
  quote: Quote;
  comment?: string | undefined;
}

/** Characters of context that a quote keeps on each side. */
export const contextLength = 32;
