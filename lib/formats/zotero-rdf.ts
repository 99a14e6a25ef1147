/** Zotero RDF: what Zotero exports with notes, tags and collections. */
import { textOfHtml } from './html-text';
import type { Problem, Read } from './problems';
import { type Found, Gathered } from './reference-paper';
import { readXml, type XmlNode } from './xml';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const dc = 'http://purl.org/dc/elements/1.1/';
const dcterms = 'http://purl.org/dc/terms/';
const bib = 'http://purl.org/net/biblio#';
const foaf = 'http://xmlns.com/foaf/0.1/';
const zotero = 'http://www.zotero.org/namespaces/export#';
const prism = 'http://prismstandard.org/namespaces/1.2/basic/';
const linking = 'http://purl.org/rss/1.0/modules/link/';

/** Whether a text is RDF of Zotero's. */
export function isZoteroRdf(text: string): boolean {
  const beginning = text.slice(0, 5000);
  return beginning.includes('<rdf:RDF') && (beginning.includes(zotero) || beginning.includes(bib));
}

/** What stands in no collection of papers. */
const noPapers = new Set([
  'attachment',
  'note',
  'annotation',
  'webpage',
  'blogPost',
  'forumPost',
  'email',
  'computerProgram',
  'film',
]);

/** All papers of a file. Its collections are tags. */
export function readZoteroRdf(text: string, now: number): Read {
  const items: XmlNode[] = [];
  /** Notes, journals and files, to which items point. */
  const others = new Map<string, XmlNode>();
  const collections = new Map<string, string[]>();
  const wrongAt = readXml(text, (node) => {
    const about = node.attributes.get(`${rdf} about`);
    const type = childText(node, `${zotero} itemType`);
    if (node.name === `${zotero} Collection`) {
      const title = childText(node, `${dc} title`) ?? '';
      for (const part of node.children) {
        const id = part.name === `${dcterms} hasPart` ? part.attributes.get(`${rdf} resource`) : undefined;
        if (id && title) collections.set(id, [...(collections.get(id) ?? []), title].slice(0, 100));
      }
    } else if (type && !noPapers.has(type)) items.push(node);
    else if (about) others.set(about, node);
  });
  const gathered = new Gathered(now);
  for (const item of items) {
    const about = item.attributes.get(`${rdf} about`) ?? '';
    gathered.add(foundIn(item, others, collections.get(about) ?? []));
  }
  const broken: Problem[] = wrongAt === undefined ? [] : [{ problem: 'notXml', line: wrongAt }];
  return { papers: gathered.papers, problems: [...broken, ...gathered.problems] };
}

function foundIn(item: XmlNode, others: Map<string, XmlNode>, collections: string[]): Found {
  const pointed = (name: string) =>
    item.children
      .filter((child) => child.name === name)
      .flatMap((child) => others.get(child.attributes.get(`${rdf} resource`) ?? '') ?? child.children);
  const [place] = pointed(`${dcterms} isPartOf`);
  const identifiers = [...item.children, ...(place?.children ?? [])].filter(
    (child) => child.name === `${dc} identifier`,
  );
  const texts = identifiers.map((each) => each.text.trim());
  const uri = identifiers
    .flatMap((each) => each.children)
    .map((each) => childText(each, `${rdf} value`))
    .find(Boolean);
  const about = item.attributes.get(`${rdf} about`);
  const extra = childText(item, `${dc} description`) ?? '';
  const saved = Date.parse((childText(item, `${dcterms} dateSubmitted`) ?? '').replace(' ', 'T'));
  const venue =
    (place && (childText(place, `${dc} title`) ?? childText(place, `${dcterms} alternative`))) ??
    childText(item, `${bib} presentedAt`);
  const volume = (place && childText(place, `${prism} volume`)) ?? childText(item, `${prism} volume`);
  const pages = childText(item, `${bib} pages`);
  const number = /(?:^|\n)\s*arxiv:\s*(\S+)/i.exec(`${childText(item, `${prism} number`) ?? ''}\n${extra}`)?.[1];
  return {
    line: item.line,
    title: childText(item, `${dc} title`),
    authors: authorsOf(item),
    date: childText(item, `${dc} date`),
    venue,
    journalRef:
      venue && (volume ?? pages)
        ? [`${venue}${volume ? ` ${volume}` : ''}`, pages].filter(Boolean).join(', ')
        : undefined,
    abstract: childText(item, `${dcterms} abstract`),
    doi: texts.find((each) => each.startsWith('DOI '))?.slice(4),
    arxiv: number,
    url: uri ?? (about && /^https?:/.test(about) ? about : undefined),
    alsoAt: [...extra.matchAll(/^(PMID|PMCID):[ \t]*(\S+)/gm)].map(([, name, value]) =>
      name === 'PMID' ? `pmid:${value}` : (value ?? ''),
    ),
    ...(saved >= 0 && { savedAt: saved }),
    tags: [
      ...item.children.filter((child) => child.name === `${dc} subject`).map((each) => valueIn(each)),
      ...collections,
    ],
    note: pointed(`${dcterms} isReferencedBy`)
      .map((memo) => textOfHtml(childText(memo, `${rdf} value`) ?? ''))
      .filter(Boolean)
      .join('\n\n'),
    pdf: pointed(`${linking} link`)
      .filter((file) => childText(file, `${linking} type`) === 'application/pdf')
      .flatMap((file) => file.children.filter((child) => child.name === `${dc} identifier`))
      .map(valueIn)
      .find((address) => /^https?:/.test(address)),
  };
}

function authorsOf(item: XmlNode): string[] | undefined {
  const list = item.children.find((child) => child.name === `${bib} authors`);
  const people = list?.children.flatMap((sequence) => sequence.children).flatMap((each) => each.children) ?? [];
  const names = people.map((person) =>
    [
      childText(person, `${foaf} givenName`) ?? childText(person, `${foaf} givenname`),
      childText(person, `${foaf} surname`),
    ]
      .filter(Boolean)
      .join(' '),
  );
  return names.length > 0 ? names : undefined;
}

function childText(node: XmlNode, name: string): string | undefined {
  return node.children.find((child) => child.name === name)?.text.trim() || undefined;
}

/** A text, or the value of what stands in its place: tags that Zotero made by itself. */
function valueIn(node: XmlNode): string {
  return node.text.trim() || node.children.map((child) => childText(child, `${rdf} value`)).find(Boolean) || '';
}
