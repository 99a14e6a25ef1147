/** citation-js has no types of its own; only what the tests use. */
declare module '@citation-js/core' {
  // biome-ignore lint/suspicious/noExplicitAny: what it reads is what is tested.
  type Item = any;
  export class Cite {
    constructor(source: unknown);
    data: Item[];
    format(what: string, options: Record<string, string>): string;
  }
  export const plugins: { config: { get(name: string): { parse: Record<string, unknown> } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
