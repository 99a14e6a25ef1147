/** A listing for the demo, built as Hugging Face builds its Daily Papers, with papers and looks of its own. */
import { readFileSync } from 'node:fs';
import { type DemoPaper, day, papers } from './papers.ts';

export const address = `https://huggingface.co/papers/date/${day}`;

/** The page, to be served at `address`. */
export function listing(): string {
  const style = readFileSync(new URL('listing.css', import.meta.url), 'utf8');
  const props = JSON.stringify({ periodType: 'day', dateString: day, dailyPapers: papers.map(embedded) });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Daily Papers - Hugging Face</title>
<style>${style}</style>
</head>
<body>
<header class="site">Demo listing · invented papers</header>
<main class="flex flex-1 flex-col">
<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${text(props)}">
<section class="container">
<h1>Daily Papers</h1>
<p class="day">${day}</p>
<div class="relative grid grid-cols-1 gap-5">
${papers.map(card).join('\n')}
</div>
</section>
</div>
</main>
</body>
</html>`;
}

function card({ id, title, organization, authors, upvotes, comments, hue }: DemoPaper): string {
  return `<article class="relative flex flex-col overflow-hidden rounded-xl border">
<a class="cover" href="/papers/${id}" style="--hue: ${hue}" tabindex="-1" aria-hidden="true"></a>
<div class="text">
<h3><a href="/papers/${id}" class="line-clamp-3">${text(title)}</a></h3>
<p class="foot"><span>${text(organization ?? authors[0] ?? '')}</span>
<a href="/papers/${id}#community">${comments}</a><span class="votes leading-none">${upvotes}</span></p>
</div>
</article>`;
}

function embedded({ id, title, authors, organization, abstract, upvotes, comments }: DemoPaper) {
  const paper = {
    id,
    title,
    summary: abstract,
    authors: authors.map((name) => ({ name })),
    publishedAt: `${day}T00:00:00.000Z`,
    upvotes,
    ...(organization && { organization: { fullname: organization } }),
  };
  return { paper, title, numComments: comments };
}

function text(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
