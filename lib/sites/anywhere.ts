/** Any page: papers are found by their identifiers, in links and in words. */
import type { Site } from './site';

/** A site for the page at `url`, named like its host. */
export function anywhereOn(url: string): Site {
  return { name: new URL(url).hostname.replace(/^www\./, ''), matches: [], hydrates: true, expected: /$^/, lists: [] };
}
