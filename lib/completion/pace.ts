/** How services want to be asked: not too often, and later when they say so. */
import { browser } from 'wxt/browser';
import type { CompletionServiceName } from './keys';

const key = 'completion:asked';

type Times = Partial<Record<CompletionServiceName, number>>;

/** When a service was asked last; kept, since a background that starts again must not ask at once. */
export async function lastAsked(service: CompletionServiceName): Promise<number> {
  return (await times())[service] ?? 0;
}

export async function nowAsked(service: CompletionServiceName): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await times()), [service]: Date.now() } });
}

async function times(): Promise<Times> {
  return (await browser.storage.local.get<Record<string, Times>>(key))[key] ?? {};
}

/** Milliseconds to wait before the next try; `undefined`: so long that the user should say when. */
export function waitAfter(response: Response, tries: number): number | undefined {
  const wait = retryAfter(response.headers.get('Retry-After')) ?? 5000 * 2 ** (tries - 1);
  return tries > maxTries || wait > longestWait ? undefined : wait;
}

const maxTries = 6;
const longestWait = 10 * 60_000;

/** Seconds, or a date. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
