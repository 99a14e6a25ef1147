/** The browser's permissions, in memory. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Grants these patterns; `<all>` is every one. What the user answers when asked is up to `answer`. */
export function grant(granted: string[], answer: () => boolean = () => true): string[] {
  const listeners = new Set<(change: { origins: string[] }) => void>();
  const event = {
    addListener: (hear: (change: { origins: string[] }) => void) => listeners.add(hear),
    removeListener: (hear: (change: { origins: string[] }) => void) => listeners.delete(hear),
  };
  const tell = (origins: string[]) => {
    for (const hear of listeners) hear({ origins });
  };
  const isGranted = (origin: string) => granted.includes('<all>') || granted.includes(origin);
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins = [] }: { origins?: string[] }) => origins.every(isGranted),
      getAll: async () => ({ origins: [...granted] }),
      request: vi.fn(async ({ origins = [] }: { origins?: string[] }) => {
        if (origins.every(isGranted)) return true;
        if (!answer()) return false;
        granted.push(...origins);
        tell(origins);
        return true;
      }),
      remove: vi.fn(async ({ origins = [] }: { origins?: string[] }) => {
        for (const origin of origins) granted.splice(granted.indexOf(origin), 1);
        tell(origins);
        return true;
      }),
      onAdded: event,
      onRemoved: event,
    },
  });
  return granted;
}
