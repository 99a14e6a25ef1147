/** Whom papers can be completed from. */
import type { PaperId } from '../paper';
import type { ServiceName } from '../services/hosts';
import type { Found } from './found';

export interface CompletionService {
  name: CompletionServiceName;
  /** How many papers it is asked for at once. */
  batch: number;
  /** Milliseconds between two requests. */
  pause: number;
  /** What it calls a paper that goes by these identifiers; `undefined`: it does not know such. */
  keyOf(ids: PaperId[]): string | undefined;
  /** How to ask for papers. `mailto` is an address that the user gave for it, or empty. */
  ask(keys: string[], mailto: string): { path: `/${string}`; body?: string };
  /** What its answer says, by key; of a paper that it does not know, nothing. Throws where it cannot be read. */
  read(answer: string, keys: string[]): Map<string, Found>;
  /** Its way to say that it knows none of them, where that looks like an error. */
  knowsNone?(status: number, answer: string): boolean;
}

export type CompletionServiceName = Exclude<ServiceName, 'zotero'>;

/** The value of the first of several identifiers that is of a scheme. */
export function valueIn(ids: PaperId[], scheme: string): string | undefined {
  return ids.find((id) => id.startsWith(`${scheme}:`))?.slice(scheme.length + 1);
}
