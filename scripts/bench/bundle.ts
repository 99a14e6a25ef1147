import { build } from 'vite';

/** The library’s own code, for a page of the extension: page.ts, as the global `library`. */
export async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#i18n': new URL('../../.wxt/i18n/index.ts', import.meta.url).pathname } },
    build: {
      write: false,
      lib: { entry: new URL('page.ts', import.meta.url).pathname, formats: ['iife'], name: 'library' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = [result].flat() as { output: { code?: string }[] }[];
  return `${output?.output[0]?.code}; globalThis.library = library;`;
}
