import type { Library } from './library/contract';
import { type Finding, repairable } from './library/findings';

/** So many records are mended at once: the background is never busy for long. */
const atOnce = 100;

/** Mends what was found, as far as that loses nothing. */
export async function mend(library: Pick<Library, 'repair'>, findings: Finding[]): Promise<void> {
  for (const kind of repairable) {
    const keys = findings.find((finding) => finding.kind === kind)?.keys ?? [];
    for (let i = 0; i < keys.length; i += atOnce) await library.repair({ kind, keys: keys.slice(i, i + atOnce) });
  }
}
