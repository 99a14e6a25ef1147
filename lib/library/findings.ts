/** What can be wrong in a library. Each is said in the user’s words under `check` in locales/en.yml. */

/** What can be mended without losing anything, in an order in which one does not undo the other; see repairs. */
export const repairable = [
  'mergedNowhere',
  'openMerge',
  'noMerge',
  'noAlias',
  'deadAlias',
  'mergedAlias',
  'lostNote',
  'lostMarks',
  'lostHighlight',
  'hiddenNote',
  'hiddenHighlight',
  'twoNotes',
  'titleKey',
  'tagKeys',
  'paperTime',
  'noteTime',
  'highlightTime',
  'notIndexed',
  'index',
] as const;
export type Repairable = (typeof repairable)[number];

/** What only a person can judge. */
export type Unmendable = 'lostVersion' | 'futureTime';

export type FindingKind = Repairable | Unmendable;

export interface Finding {
  kind: FindingKind;
  /** The keys of the records that are not as they should be. */
  keys: string[];
}

export type Report = (kind: FindingKind, key: string) => void;

export function isRepairable(kind: FindingKind): kind is Repairable {
  return (repairable as readonly string[]).includes(kind);
}
