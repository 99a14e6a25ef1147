/** What the ACL Anthology's lists and pages write in the same way. */
import type { PaperId } from '../paper';
import { text } from './read';

/** Where links without a host lead. */
export const base = 'https://aclanthology.org';

/** The names that link to people. Old papers have none. */
export function namesIn(part: Element | null | undefined): string[] | undefined {
  const links = Array.from(part?.querySelectorAll('a[href*="/people/"]') ?? []);
  const names = links.flatMap((link) => text(link) ?? []);
  return names.length > 0 ? names : undefined;
}

/**
 * The number 0 is a volume's front matter. In old numbers a volume has one digit, workshops (`W`, `C69`, `D19-5` and
 * above) two.
 */
export function isFrontMatter(id: PaperId): boolean {
  const [, old, volume = ''] = /^acl:([A-Z]\d{2})-(\d)\d{3}$/.exec(id) ?? [];
  if (!old) return id.endsWith('.0');
  const hasLongVolume = old.startsWith('W') || old === 'C69' || (old === 'D19' && volume >= '5');
  return id.endsWith(hasLongVolume ? '00' : '000');
}
