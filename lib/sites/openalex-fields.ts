/** What OpenAlex's rows and its page of a work write alike. */
import type { PaperId } from '../paper';
import { paperAt } from './linked-papers';
import { address, text } from './read';

export const base = 'https://openalex.org';

/** The button `PDF`, which leads to the best open copy. */
export function pdfIn(part: Element): string | undefined {
  return address(buttonCalled(/^PDF$/i, part)?.getAttribute('href'), base);
}

/** The work elsewhere, as its buttons `HTML`, `PubMed` and `PDF` and its DOI say. */
export function linkedIds(part: Element): PaperId[] {
  const links = [buttonCalled(/^(?:HTML|PubMed|View paper)$/i, part), buttonCalled(/^PDF$/i, part)];
  const dois = Array.from(part.querySelectorAll('a[href*="doi.org/10."]'));
  return [...links, ...dois].flatMap((link) => (link && paperAt(link, base)?.id) || []);
}

function buttonCalled(name: RegExp, part: Element): Element | undefined {
  return Array.from(part.querySelectorAll('a[href^="http"]')).find((link) => name.test(text(link) ?? ''));
}
