/** A page that stands alone, to be read and printed anywhere: no script, nothing loaded, every text is text. */
import { addressFor, presentOnes, type Reference, referenceOf } from './reference';
import type { WholePaper } from './whole-paper';

/** What stands on the page beside the papers, in the user's words. */
export interface HtmlWords {
  title: string;
  /** The language of these words. */
  language: string;
  abstract: string;
  note: string;
  highlights: string;
  /** The name of a status. */
  status(status: NonNullable<Reference['status']>): string;
  /** `4 of 5 stars`. */
  stars(rating: number): string;
  papers(count: number): string;
}

const style = `
:root { color-scheme: light dark; --ink: #1c1e21; --quiet: #5a6069; --line: #d9dce1; --link: #0b57d0; --mark: #fff3bf; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --quiet: #a2a9b4; --line: #3a3f47; --link: #8ab4f8; --mark: #4a4215; }
  body { background: #17191c; }
}
body { color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; line-height: 1.35; margin: 0; }
a { color: var(--link); }
article { border-block-start: 1px solid var(--line); padding-block: 1.25rem; break-inside: avoid; }
p, ul { margin: .35rem 0; } .quiet { color: var(--quiet); font-size: .9rem; }
.text { white-space: pre-wrap; }
.note { border-inline-start: 3px solid var(--line); padding-inline-start: .75rem; }
blockquote { background: var(--mark); margin: .5rem 0; padding: .35rem .75rem; }
ul.tags { display: flex; flex-wrap: wrap; gap: .35rem; list-style: none; padding: 0; }
ul.tags li { border: 1px solid var(--line); border-radius: 1rem; font-size: .85rem; padding: 0 .6rem; }
`;

/** The page in pieces. */
export function* writeHtml(papers: WholePaper[], words: HtmlWords): Generator<string> {
  const present = presentOnes(papers);
  yield `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(words.title)}</h1>
<p class="quiet">${escaped(words.papers(present.length))}</p>
`;
  for (const whole of present) yield article(referenceOf(whole), words);
  yield '</main>\n</body>\n</html>\n';
}

function article(reference: Reference, words: HtmlWords): string {
  const { title, authors = [], date, venue, abstract, note, highlights, tags, status, rating } = reference;
  const address = linkOf(addressFor(reference));
  const heading = address ? `<a href="${escaped(address)}">${escaped(title)}</a>` : escaped(title);
  const about = [venue, date, status && words.status(status)].filter((each) => each !== undefined && each !== '');
  const stars =
    rating &&
    `<span role="img" aria-label="${escaped(words.stars(rating))}">${'★'.repeat(rating)}${'☆'.repeat(5 - rating)}</span>`;
  const passages = highlights.map(
    ({ exact, comment }) =>
      `<blockquote class="text" dir="auto">${escaped(exact)}</blockquote>${comment ? `<p class="text" dir="auto">${escaped(comment)}</p>` : ''}`,
  );
  return [
    '<article>',
    `<h2 dir="auto">${heading}</h2>`,
    authors.length > 0 && `<p>${escaped(authors.join(', '))}</p>`,
    (about.length > 0 || stars) &&
      `<p class="quiet">${[...about.map((each) => escaped(each ?? '')), stars].filter(Boolean).join(' · ')}</p>`,
    tags.length > 0 && `<ul class="tags">${tags.map((tag) => `<li>${escaped(tag)}</li>`).join('')}</ul>`,
    note &&
      `<section class="note" aria-label="${escaped(words.note)}"><p class="text" dir="auto">${escaped(note)}</p></section>`,
    passages.length > 0 && `<section aria-label="${escaped(words.highlights)}">${passages.join('')}</section>`,
    abstract &&
      `<details><summary>${escaped(words.abstract)}</summary><p class="text" dir="auto">${escaped(abstract)}</p></details>`,
    '</article>\n',
  ]
    .filter(Boolean)
    .join('\n');
}

function linkOf(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text, where HTML stands. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
