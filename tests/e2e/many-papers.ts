/** A library with something in it. */
import type { TestBrowser } from '../../scripts/browser/test-browser.ts';
import { until } from '../../scripts/browser/until.ts';

const words = [
  'Margins',
  'Pebbles',
  'Lattices',
  'Gradients',
  'Rivers',
  'Proteins',
  'Queues',
  'Echoes',
  'Kernels',
  'Maps',
];
const acts = ['Counting', 'Folding', 'Learning', 'Bounding', 'Tracing', 'Sampling', 'Naming'];
const people = ['Ada Margin', 'Björn Müller', 'Cleo Sand', 'Dov Lazar', 'Eun-ji Park', 'Farah Nasser'];

/** Papers that differ in length, year, site, venue and authors; the same ones each time. */
export function manyPapers(count: number) {
  return Array.from({ length: count }, (_, n) => {
    const id = `arxiv:2609.${String(n + 10_001)}`;
    const title = `${acts[n % 7]} ${words[n % 10]} ${n}${n % 4 === 0 ? `: How ${words[(n + 3) % 10]} and ${words[(n + 6) % 10]} Meet in the Long Run, and What Follows From It` : ''}`;
    return {
      id,
      title,
      authors: people.slice(n % 3, (n % 3) + 1 + (n % 4)),
      abstract: `We look at ${words[n % 10]?.toLowerCase()} from the side. `.repeat(1 + (n % 9)),
      published: `${2019 + (n % 7)}-0${1 + (n % 9)}-11`,
      ...(n % 5 === 0 && { venue: `ICML ${2019 + (n % 7)}` }),
      links: { abstract: `https://arxiv.org/abs/2609.${n + 10_001}`, pdf: `https://arxiv.org/pdf/2609.${n + 10_001}` },
      seen: {
        site: n % 3 === 0 ? 'Hugging Face' : 'arXiv',
        url: 'https://arxiv.org/list/cs.LG/new',
        list: 'Machine Learning',
        position: n + 1,
      },
    };
  });
}

/** Saves them, the first one first; every tenth is being read, and has a tag; every twentieth a note. */
export async function saveMany(browser: TestBrowser, count: number): Promise<void> {
  const { page } = await browser.extensionPage('options.html');
  const papers = manyPapers(count);
  const call = (library: string, input: unknown) =>
    page.evaluate(
      async (message) => {
        type Runtime = { sendMessage(message: unknown): Promise<{ error?: unknown }> };
        const { browser, chrome } = globalThis as unknown as Record<string, { runtime: Runtime } | undefined>;
        const reply = await (browser ?? chrome)?.runtime.sendMessage(message);
        if (!reply || reply.error) throw new Error(`The library did not answer: ${JSON.stringify(reply)}`);
      },
      { library, input },
    );
  await call('saveAll', papers.slice(0, -2));
  // These are later than all others, by the clock.
  for (const paper of papers.slice(-2)) {
    const now = Date.now();
    await until('time to pass', () => Date.now() > now + 1);
    await call('save', paper);
  }
  const tenth = papers.filter((_, n) => n % 10 === 0);
  await call('markAll', { ids: tenth.map(({ id }) => id), change: { status: 'reading', addTags: ['graph networks'] } });
  await call('markAll', { ids: tenth.slice(0, 5).map(({ id }) => id), change: { rating: 4 } });
  for (const paper of papers.filter((_, n) => n % 20 === 0)) {
    await call('writeNote', { paper, text: `Read the proof of ${paper.title} again.` });
  }
  await page.close();
}
