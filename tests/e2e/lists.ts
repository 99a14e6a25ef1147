/** Long lists, as arXiv builds them. */
import type { Fixture } from './fixtures.ts';

/** A month of `count` papers, the ids of which count from `first`. */
export function monthOf(count: number, first = 1): Fixture & { ids: string[] } {
  const numbers = Array.from({ length: count }, (_, n) => n + first);
  const ids = numbers.map((n) => `2608.${String(n).padStart(5, '0')}`);
  const entries = ids.map(
    (id, n) => `<dt><a name="item${n + 1}">[${n + 1}]</a>
      <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> [<a href="/pdf/${id}" title="Download PDF">pdf</a>]</dt>
    <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> Margins, Part ${n + first}</div>
      <div class="list-authors"><a href="/a">Ada Margin</a>, <a href="/a">Cleo Sand</a></div>
      <div class="list-subjects"><span class="primary-subject">Machine Learning (cs.LG)</span></div></div></dd>`,
  );
  return {
    url: 'https://arxiv.org/list/cs.LG/2026-08',
    ids: ids.map((id) => `arxiv:${id}`),
    html: `<!doctype html><html lang="en"><head><title>Machine Learning, August 2026</title></head><body>
      <h1>Machine Learning</h1><div id="dlpage"><h1>Authors and titles for August 2026</h1>
      <dl id="articles">${entries.join('')}</dl></div></body></html>`,
  };
}
