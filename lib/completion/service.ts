/** Whom papers can be completed from. */
import type { Found } from './found';
import type { CompletionServiceName } from './keys';

export interface CompletionService {
  name: CompletionServiceName;
  /** How many papers it is asked for at once. */
  batch: number;
  /** Milliseconds between two requests. */
  pause: number;
  /** How to ask for papers, by the keys of lib/completion/keys.ts. `mailto` is an address that the user gave for it, or empty. */
  ask(keys: string[], mailto: string): { path: `/${string}`; body?: string };
  /** What its answer says, by key; of a paper that it does not know, nothing. Throws where it cannot be read. */
  read(answer: string, keys: string[]): Map<string, Found>;
  /** Its way to say that it knows none of them, where that looks like an error. */
  knowsNone?(status: number, answer: string): boolean;
}
