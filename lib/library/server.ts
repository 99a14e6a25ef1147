/** Answers calls of pages and popups. Here, and only here, their input is parsed. */
import { browser } from 'wxt/browser';
import { prettifyError, ZodError } from 'zod';
import { type Call, type Library, libraryInputs, type Reply } from './contract';
import type { FailureReason } from './failure';
import { openingProblemOf } from './opening-problem';

/** Answers every call with `library`, each after `ready`. Must be called at the top level of the background. */
export function serve(library: Library, ready: Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: Partial<Call>, _sender, sendResponse) => {
    const method = message?.library;
    if (!method || !Object.hasOwn(libraryInputs, method)) return;
    ready.then(() => answer(library, method, message.input)).then(sendResponse);
    return true; // The answer comes later.
  });
}

async function answer(library: Library, method: keyof Library, input: unknown): Promise<Reply> {
  try {
    const parsed = libraryInputs[method].parse(input);
    const value = await (library[method] as (input: unknown) => Promise<unknown>)(parsed);
    return { value };
  } catch (error) {
    console.error(`Papergloss: ${method} failed.`, error);
    return { error: { reason: reasonOf(error), detail: detailOf(error) } };
  }
}

function detailOf(error: unknown): string {
  return error instanceof ZodError ? prettifyError(error) : String(error);
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof ZodError) return 'refused';
  const names = [error, (error as { inner?: unknown }).inner].map((each) => (each as Error | undefined)?.name);
  if (names.includes('QuotaExceededError')) return 'full';
  return openingProblemOf(error) ? 'closed' : 'failed';
}
