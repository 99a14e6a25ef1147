import { useEffect, useState } from 'react';
import type { PaperId } from '../lib/paper';
import { services } from '../lib/services/client';
import { isZoteroWanted } from '../lib/zotero/wanted';

const none: ReadonlySet<PaperId> = new Set();

/** Which of these identifiers are in the user's Zotero; none while that is not wanted to be known. */
export function useInZotero(ids: PaperId[]): ReadonlySet<PaperId> {
  const [known, setKnown] = useState(none);
  const key = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: for other papers, not for another list of the same.
  useEffect(() => {
    if (ids.length === 0) return;
    let isWanted = true;
    const ask = async () => ((await isZoteroWanted()) ? services.inZotero(ids) : []);
    ask().then(
      (there) => isWanted && setKnown(there.length > 0 ? new Set(there) : none),
      (error) => console.warn('Papergloss could not read what is in Zotero.', error),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return known;
}
