/** The table of sites in the README. */
import type { List, Site } from '../lib/sites/site.ts';

type SiteInTable = Pick<Site, 'name'> & { lists: Pick<List, 'name' | 'provenBy'>[] };

const start = '<!-- sites -->';
const end = '<!-- /sites -->';
const strongestFirst: List['provenBy'][] = ['a real page', 'the site’s templates', 'unproven'];

/** In the order of the registry, one row for each site. */
export function siteTable(sites: SiteInTable[]): string {
  const rows = sites.map(({ name, lists }) => [name, lists.map((list) => list.name).join('; '), proofOf(lists)]);
  return [['Site', 'Pages', 'Proven by'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** `a real page, unproven (the page of a paper)`: the strongest proof is that of all lists but those named. */
function proofOf(lists: SiteInTable['lists']): string {
  const proofs = strongestFirst.filter((proof) => lists.some(({ provenBy }) => provenBy === proof));
  const [strongest, ...weaker] = proofs.map((proof) => ({
    proof,
    names: lists.filter(({ provenBy }) => provenBy === proof).map(({ name }) => name),
  }));
  return [strongest?.proof, ...weaker.map(({ proof, names }) => `${proof} (${names.join('; ')})`)].join(', ');
}

/** The README with this table between its two marks. */
export function withTable(readme: string, table: string): string {
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has no ${start} … ${end}.`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}
