/** The words that people put on links to papers where the title stands beside them. */
import { identifierOf } from '../identity';

/** Of links: `PDF`, `project page`, `Paper (arXiv)`, `view on PubMed`. */
const words = new Set(
  `a abs abstract access acl acm ads aps article articles anthology appendix arxiv alphaxiv ar5iv at available
  bib bibtex biorxiv blog by camera cas chinese citation cite code com comment comments conference corr crossref cvf
  data dataset datasets demo direct discussion doc document doi download eccv edition elsevier english europe external
  extended file for free from ftp full fulltext github google hal hf here homepage html http https hugging huggingface
  face iclr icml id ieee in info inspire inspirehep issue item journal library link links local long manuscript
  mathscinet medrxiv mirror model models more nature neurips news nips no of official on online open openaccess
  openalex openreview org original other page pages paper papers pdf pdfs pmc pmcid pmid pmlr post postscript poster
  presentation preprint prepublication press print proceedings project ps publication published publisher pubmed read
  ready reference related release report repo repository researchgate resource review reviews scholar science
  sciencedirect scirate see semantic short site slides source spotlight springer ssrn summary supp supplement
  supplemental supplementary supplementary talk taylor technical tech text the thesis this thread tl dr tldr to tweet
  twitter url v1 v2 v3 v4 version video videos view volume web webpage website wiley x xplore youtube zenodo zotero
  cambridge central frontiers karger lippincott mdpi new opens oup oxford plos sage tab tandfonline wiley window
  论文 链接 代码 项目 主页 原文 论文链接 全文`.match(/\S+/g),
);

const host = /^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|io|ai|info|eu|(?:ac|co|edu)\.[a-z]{2}|[a-z]{2})$/;

/** More words than this are a sentence. */
const maxWords = 7;

const venue =
  /^(?:in(?: the)? )?(?:(?:\d+(?:st|nd|rd|th)|annual|international|european|ieee|acm|acl|siam|aaai) )*(?:proc\b|proceedings|journal\b|j\.|trans\.|transactions\b|conference\b|conf\.|workshop\b|symposium\b|annals\b|advances in (?:neural information|cryptology|applied math|mathematics)|letters in\b|lecture notes|phys(?:ical|\.)? rev)/i;

/** Words of titles, too: alone, with up to two more names, or with a year or a volume behind: `Nature Physics 20`. */
const venueByName =
  /^(?:[Ii]n )?(?:Nature|Science|Cell|PNAS)(?:(?: (?:\p{Lu}\p{L}+|&|and|of)){0,5}[\s,.:;(]+\d{1,4}\b.*|(?: \p{Lu}\p{L}+){0,2}\P{L}*)$/u;

/** `ICML 2024`, `NeurIPS'23 (oral)`, `Phys. Rev. D 98, 030001 (2018)`. */
const dated =
  /^\P{L}*(?:\p{Lu}[\p{L}.&'-]*[\s.,:]*){1,5}[\d\s,:.()'’–-]*(?:\(?(?:oral|poster|spotlight|workshop|findings)\)?)?\W*$/u;

/** Lists have the same few labels on thousands of links. */
const known = new Map<string, boolean>();
const maxKnown = 1000;

/** What stands on a link that says nothing of its paper: no title, but a word for a paper, its number, its address. */
export function isLabel(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 40) return plain.length > 120 ? isAddress(plain) : isKindOfLabel(plain);
  const before = known.get(plain);
  if (before !== undefined) return before;
  const is = isKindOfLabel(plain);
  if (known.size >= maxKnown) known.clear();
  known.set(plain, is);
  return is;
}

function isKindOfLabel(text: string): boolean {
  // `Slides (of the talk)`, `PDF (opens in a new tab)`.
  const [head = ''] = text.split(/(?<=\p{L})\s*[([]/u);
  return isAddress(text) || isWordsForPapers(head) || isVenue(text) || isIdentifier(text);
}

/** `NeurIPS 2023`, `Proceedings of …`: where a paper appeared. */
export function isVenue(text: string): boolean {
  if (text.length > 200) return false;
  return (
    venue.test(text) ||
    venueByName.test(text) ||
    (/(?:\b(?:19|20)|['’])\d\d\b/.test(text) && text.length < 60 && dated.test(text))
  );
}

function isWordsForPapers(text: string): boolean {
  const parts = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return parts.length <= maxWords && parts.every((part) => words.has(part) || /^v?\d{1,4}$/.test(part));
}

function isAddress(text: string): boolean {
  if (/\s/.test(text)) return false;
  return /^(?:https?:|www\.)/i.test(text) || /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S*$/i.test(text) || host.test(text);
}

/** `[arXiv:2609.00001]`, `arXiv preprint arXiv:2609.00001v2`, `doi: 10.5555/…`. */
function isIdentifier(text: string): boolean {
  // Most titles have neither numbers nor colons and slashes within words.
  if (!/\d{4}|[:/]\S/.test(text)) return false;
  const bare = text.replace(/^[[(\s]+|[\])\s.,;]+$/g, '');
  if (identifierOf(text) || identifierOf(bare)) return true;
  const parts = bare.split(/\s+/);
  if (parts.length > 4) return false;
  return parts.every((part) => isWordsForPapers(part) || identifierOf(part.replace(/[.,;]$/, '')));
}
