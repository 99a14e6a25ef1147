/** How much room there is for the library, and whether the browser may take it back. On pages. */

export interface Room {
  /** Bytes. */
  used: number;
  /** Bytes that the browser allows. */
  allowed: number;
  /** It will be full soon. */
  isTight: boolean;
  /** The browser never deletes it by itself. */
  isKept: boolean;
}

/** Less than this is soon full: a library of many thousand papers, with its index and its backups. */
const tight = { bytes: 100_000_000, share: 0.1 };

/** Nothing where the browser does not tell. */
export async function storageRoom(): Promise<Room | undefined> {
  // There is none in pages without a secure address, as in tests.
  if (!navigator.storage?.estimate) return undefined;
  const { usage: used = 0, quota: allowed = 0 } = await navigator.storage.estimate();
  const left = allowed - used;
  const isTight = allowed > 0 && (left < tight.bytes || left < allowed * tight.share);
  return { used, allowed, isTight, isKept: (await navigator.storage.persisted?.()) ?? false };
}

/** Asks the browser never to delete it by itself. With `unlimitedStorage` it asks nobody. Resolves to its answer. */
export async function keepForGood(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** `12 MB`, as users write it. */
export function bytesShown(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const unit = units[step] ?? 'byte';
  const digits = step > 0 && bytes / 1000 ** step < 10 ? 1 : 0;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
  return (bytes / 1000 ** step).toLocaleString(undefined, options);
}
