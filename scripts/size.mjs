/**
 * What the build for Chrome may weigh, gzipped, and what must not be in it. Everybody downloads the extension once, but
 * every page of a listed site runs its content script: that one counts most. A budget has a tenth of room, and is
 * raised on purpose only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = '.output/chrome-mv3';

/** In kB (1000 bytes). */
const budgets = {
  // A fifth of it finds papers on any page, a fifth knows the sites, and a sixth reads Markdown, once a note has any.
  'content-scripts/papers.js': 108,
  'background.js': 120,
  'popup.html': 165,
  'library.html': 200,
  'sidepanel.html': 200,
  'options.html': 193,
};

/** Words that a library leaves behind wherever it is bundled: none belongs on a page. */
const foreign = { ZodError: 'zod', DexieError: 'Dexie', 'react-dom': 'React DOM' };

/**
 * Compares the build with its budgets.
 * @returns {{ lines: string[], problems: string[] }}
 */
export function checkSizes() {
  const lines = [];
  const problems = [];
  for (const [file, budget] of Object.entries(budgets)) {
    const size = withParts(file).reduce((sum, part) => sum + gzipSync(read(part)).length, 0) / 1000;
    lines.push(`${size.toFixed(1).padStart(6)} of ${budget} kB  ${file}`);
    if (size > budget) problems.push(`${file} weighs ${size.toFixed(1)} kB; its budget is ${budget} kB.`);
    for (const [word, library] of file.startsWith('content-scripts/') ? Object.entries(foreign) : []) {
      if (read(file).includes(word)) problems.push(`${file} contains ${library}, which belongs to the background.`);
    }
  }
  return { lines, problems };
}

/** A page, with the scripts and styles that it loads. */
function withParts(file) {
  if (!file.endsWith('.html')) return [file];
  const links = read(file)
    .toString()
    .matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g);
  return [file, ...Array.from(links, ([, path]) => path)];
}

function isBuilt(file) {
  return existsSync(join(folder, file));
}

function read(file) {
  const path = join(folder, file);
  if (!isBuilt(file)) throw new Error(`${path} is not there. Build it first: npm run build`);
  return readFileSync(path);
}

if (import.meta.filename === process.argv[1]) {
  const { lines, problems } = checkSizes();
  console.log([...lines, ...problems].join('\n'));
  process.exitCode = problems.length > 0 ? 1 : 0;
}
