/** What a page about one paper says of it in its head: `citation_*` (Highwire), schema.org JSON-LD, COinS. */
import type { Reading } from './site';

/** The one paper that a page is about; `undefined` where its metadata name none, or several. */
export function paperDescribedBy(page: Document): Reading | undefined {
  void page;
  return undefined;
}
