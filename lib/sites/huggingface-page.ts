/** Hugging Face's page about one paper. */
import { embeddedIn } from './huggingface-data';
import { authorsOf, base, pageOf, subjectOf, upvotesIn } from './huggingface-fields';
import { address, anyPresent, count, day, present, text } from './read';
import type { List, Reading } from './site';

export const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://huggingface.co/papers/1706.03762',
  entry: 'main h1',
  read: readPage,
  anchor: (heading) => heading,
};

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const main = heading.closest('main');
  // A heading in a comment is none; and on a list, the address in the head may be that of an earlier page.
  if (!main || heading !== main.querySelector('h1') || main.querySelector('[data-target="DailyPapers"]')) {
    return undefined;
  }
  const id = subjectOf(page);
  const title = text(heading);
  if (!id || !title) return undefined;
  const holder = heading.closest('[data-props]') ?? page.querySelector('[data-target^="Paper"][data-props]');
  const known = embeddedIn(holder)?.papers.get(id) ?? {};
  return present({
    id,
    title,
    ...authorsOf(known),
    organization: known.organization,
    abstract: known.abstract ?? abstractOn(main),
    published: known.published ?? dateOn(main),
    links: present({
      abstract: pageOf(id),
      pdf: linkCalled('View PDF', main),
      code: address(known.code, base) ?? linkCalled('GitHub', main),
      project: address(known.project, base) ?? linkCalled('Project page', main),
    }),
    seen: present({
      counts: anyPresent({
        upvotes: upvotesIn(main) ?? known.upvotes,
        comments: known.comments,
        stars: starsOn(main) ?? known.stars,
      }),
    }),
  });
}

/** The last paragraph under the heading: one by a language model may stand before it. */
function abstractOn(main: Element): string | undefined {
  const heading = Array.from(main.querySelectorAll('h2')).find((heading) => text(heading) === 'Abstract');
  return text(Array.from(heading?.parentElement?.querySelectorAll('p') ?? []).at(-1));
}

function dateOn(main: Element): string | undefined {
  const times = Array.from(main.querySelectorAll('time[datetime]'));
  const published = times.find((time) => text(time.parentElement)?.startsWith('Published on'));
  const written = /Published on ([A-Z][a-z]+ \d{1,2}, \d{4})/.exec(main.textContent ?? '')?.[1];
  return day(published?.getAttribute('datetime')) ?? day(written);
}

function linkCalled(name: string, main: Element): string | undefined {
  const link = Array.from(main.querySelectorAll('a')).find((link) => text(link)?.startsWith(name));
  return address(link?.getAttribute('href'), base);
}

function starsOn(main: Element): number | undefined {
  const link = Array.from(main.querySelectorAll('a')).find((link) => text(link)?.startsWith('GitHub'));
  return count(text(link)?.replace(/^GitHub\s*/, ''));
}
