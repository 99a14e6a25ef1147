export type BrowserName = 'chrome' | 'firefox';
export const downloads: string;
export function findBrowser(name: BrowserName): string | undefined;
