import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Paper } from '../lib/paper';
import { matches, placesOn, readPapers, siteAt, sites } from '../lib/sites';
import type { List } from '../lib/sites/site';

const root = join(import.meta.dirname, '..');
const fixtureFolder = join(root, 'tests/fixtures');
const fixtures = readdirSync(fixtureFolder).filter((file) => file.endsWith('.html'));

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

function openFixture(file: string): { url: string; document: Document } {
  const html = readFileSync(join(fixtureFolder, file), 'utf8');
  const { url } = JSON.parse(/^<!-- (\{.*\}) -->/.exec(html)?.[1] ?? '{}');
  if (typeof url !== 'string') throw new Error(`${file}: the first line must be <!-- {"url": "https://…"} -->`);
  const document = parse(html);
  // As in a browser, where a page knows its address.
  document.head.prepend(Object.assign(document.createElement('base'), { href: url }));
  return { url, document };
}

/** The kinds of list whose entries are read on a fixture. */
function listsOn(file: string): List[] {
  const { url, document } = openFixture(file);
  const site = siteAt(url);
  const places = site ? placesOn(document, site) : [];
  return places.filter(({ element, list }) => list.read(element)).map(({ list }) => list);
}

/** One file per site; files with a hyphen are parts of one. */
const adapters = readdirSync(join(root, 'lib/sites'))
  .filter(
    (file) =>
      /^[a-z]+\.ts$/.test(file) &&
      !['index.ts', 'read.ts', 'site.ts', 'metadata.ts', 'anywhere.ts', 'structure.ts'].includes(file),
  )
  .map((file) => basename(file, '.ts'));

describe('the registry', () => {
  test.each(adapters)('%s is registered, and has a fixture', async (adapter) => {
    const exported = Object.values(await import(`../lib/sites/${adapter}.ts`));
    expect(sites.filter((site) => exported.includes(site))).toHaveLength(1);
    expect(fixtures.filter((file) => file.startsWith(`${adapter}.`))).not.toEqual([]);
  });

  test.each(sites)(
    '$name: every kind of list is read on a fixture, and one of them is expected to list papers',
    (site) => {
      const own = fixtures.filter((file) => siteAt(openFixture(file).url) === site);
      const read = new Set(own.flatMap(listsOn));
      expect(site.lists.filter((list) => !read.has(list)).map(({ name }) => name)).toEqual([]);
      const paths = own.map((file) => new URL(openFixture(file).url)).map(({ pathname, search }) => pathname + search);
      expect(paths.filter((path) => site.expected.test(path))).not.toEqual([]);
    },
  );

  test('holds no site twice, and no pattern twice', () => {
    expect(new Set(sites.map((site) => site.name)).size).toBe(sites.length);
    expect(sites).toHaveLength(adapters.length);
    expect(new Set(matches).size).toBe(matches.length);
  });

  test('knows a site by its host only', () => {
    expect(siteAt('https://arxiv.org/list/cs.LG/new')?.name).toBe('arXiv');
    expect(siteAt('https://export.arxiv.org/abs/2609.00001')?.name).toBe('arXiv');
    expect(siteAt('https://huggingface.co/papers?q=a#b')?.name).toBe('Hugging Face');
    for (const url of ['https://example.com/arxiv.org/', 'https://evilarxiv.org/', 'about:blank', 'no address', '']) {
      expect(siteAt(url)).toBeUndefined();
      expect(readPapers(parse(''), url)).toEqual([]);
    }
  });
});

describe('fixtures', () => {
  test.each(fixtures)('%s', async (file) => {
    const { url, document } = openFixture(file);
    const site = siteAt(url);
    expect(site?.matches.some((pattern) => url.startsWith(pattern.replace(/\*$/, '')))).toBe(true);
    expect(adapters).toContain(file.split('.')[0]);

    const before = document.documentElement.outerHTML;
    const papers = readPapers(document, url);
    expect(document.documentElement.outerHTML).toBe(before);

    for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);
    // Update with `vitest -u`, and read the change. In CI a missing file is an error.
    await expect(`${JSON.stringify(papers, null, 2)}\n`).toMatchFileSnapshot(
      join(fixtureFolder, file.replace(/\.html$/, '.json')),
    );
  });

  test.each(fixtures)('%s has an anchor of its own for every entry', (file) => {
    const { url, document } = openFixture(file);
    const site = siteAt(url);
    const places = site ? placesOn(document, site) : [];
    const read = places.filter(({ element, list }) => list.read(element));
    const anchors = read.map(({ element, list }) => list.anchor(element));
    expect(anchors).not.toContain(null);
    expect(new Set(anchors).size).toBe(read.length);
    expect(new Set(places.map(({ element }) => element)).size).toBe(places.length);
  });

  test('the same paper has the same id on both sites', () => {
    const idsIn = (file: string) => {
      const { url, document } = openFixture(file);
      return readPapers(document, url).map((paper) => paper.id);
    };
    expect(idsIn('huggingface.daily-2026.html')).toContain('arxiv:2609.00001');
    expect(idsIn('arxiv.list-new.html')).toContain('arxiv:2609.00001');
  });
});
