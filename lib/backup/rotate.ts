import type { Snapshot } from './store';

/** So many are kept, each of another day. */
const days = 3;

/** A backup with fewer papers than this share of another does not take its place: something may have gone wrong. */
export const share = 0.5;

/**
 * Which backups are kept, the latest first: the last of each of the last days on which there was one; and those of which
 * far more papers were lost since, also on the same day.
 */
export function rotated(snapshots: Snapshot[]): Snapshot[] {
  const met = new Set<string>();
  let most = 0;
  return snapshots
    .toSorted((a, b) => b.at - a.at)
    .filter((snapshot) => {
      const day = new Date(snapshot.at).toDateString();
      const isLast = !met.has(day) && met.size < days;
      const isMuch = snapshot.papers * share > most;
      met.add(day);
      most = Math.max(most, sizeOf(snapshot));
      return isLast || isMuch;
    });
}

/** With what is in the trash: whoever removes many papers has not lost them. */
function sizeOf({ papers, parts }: Snapshot): number {
  return Math.max(
    papers,
    parts.reduce((sum, part) => sum + part.papers, 0),
  );
}
