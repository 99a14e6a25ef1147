/** Which mentions are of one paper. A wrong join is worse than a missing one. */
import type { Identifier } from '../identity';
import { blockOf, hasOnlyLabels, isBlock, isItem, isOurs } from './anywhere-blocks';
import { isInLabelPlace, isInProse } from './anywhere-label-place';
import { isLabel } from './anywhere-labels';
import type { Mention } from './anywhere-mentions';
import { schemeOf } from './metadata-article';

/** The mentions of one paper. */
export interface Group {
  ids: Identifier[];
  mentions: Mention[];
  /** One of them is a link with a title. */
  isTitled: boolean;
}

/**
 * The papers among the mentions of one block. A title on a link is a paper of its own; labels (`[arXiv] [DOI]`) are of
 * the block's one paper, as long as no scheme names two.
 */
export function papersAmong(mentions: Mention[]): Group[] {
  const [only] = mentions;
  if (only && mentions.length === 1) {
    return only.ids.length > 0 ? [{ ids: only.ids, mentions, isTitled: only.title !== undefined }] : [];
  }
  const groups = groupedById(mentions);
  const titled = groups.filter(({ isTitled }) => isTitled);
  const [target = groups[0]] = titled;
  if (!target || groups.length === 1) return groups;
  const others = groups.filter((group) => group !== target);
  const parts = titled.length > 0 ? others : groups;
  const areLabels = parts.every((part) => part.mentions.some((label) => isInLabelPlace(label)));
  if (titled.length < 2 && areLabels && !haveSchemeTwice(groups) && isOneTelling(groups)) {
    return [joined(groups, mentions)];
  }
  return titled.length > 0 ? withNeighbours(groups, mentions) : groups;
}

function groupedById(mentions: Mention[]): Group[] {
  const groups: Group[] = [];
  const byId = new Map<string, Group>();
  for (const mention of mentions) {
    if (mention.ids.length === 0) continue;
    let group = mention.ids.map(({ id }) => byId.get(id)).find(Boolean);
    if (!group) {
      group = { ids: [], mentions: [], isTitled: false };
      groups.push(group);
    }
    group.mentions.push(mention);
    group.isTitled ||= mention.title !== undefined;
    for (const identifier of mention.ids) {
      if (!byId.has(identifier.id)) group.ids.push(identifier);
      byId.set(identifier.id, group);
    }
  }
  return groups;
}

function joined(groups: Group[], mentions: Mention[]): Group {
  const isTitled = groups.some((group) => group.isTitled);
  return { ids: groups.flatMap(({ ids }) => ids), mentions: mentions.filter(({ ids }) => ids.length > 0), isTitled };
}

function haveSchemeTwice(groups: Group[]): boolean {
  const schemes = groups.flatMap(({ ids }) => [...new Set(ids.map(schemeOf))]);
  return new Set(schemes).size < schemes.length;
}

/** Words of references and bylines; any other small word makes a sentence, which may tell of several papers. */
const small =
  /^(?:al|and|appear|by|de|del|der|di|doi|du|et|in|le|la|no|of|on|pages?|pp|the|to|van|vol|von|with|accepted|at|published|via|also|available|extended|version|arxiv|pdf|preprint)$/;

/** In an item of a list, whatever is said after its title is of one paper; elsewhere sentences tell of several. */
function isOneTelling(groups: Group[]): boolean {
  const firsts = groups.map(({ mentions }) => mentions[0] as Mention);
  const main = firsts.find(({ title }) => title) ?? (firsts[0] as Mention);
  const unit = blockOf(main.element);
  if (firsts.some((label) => label !== main && isOnlySpokenOf(main, label))) return false;
  if (isItem(unit) && (!main.title || !/\p{L}/u.test(wordsBetween(unit, main)))) return true;
  return firsts.every((label) => {
    if (label === main || blockOf(label.element) !== unit) return true;
    const between = isBefore(main, label) ? wordsBetween(main, label) : wordsBetween(label, main);
    const words = between.match(/(?<![\p{L}\d])\p{Ll}[\p{L}-]*/gu) ?? [];
    return words.every((word) => small.test(word));
  });
}

/** Words before a paper that is another one than what was told of so far. */
const speaking =
  /\b(?:see|cf|compare|compare[sd] (?:to|with)|contrast|unlike|reproduc\w+|build(?:s|ing)? (?:up)?on|based on|exten(?:ds|sion of)|improv\w+ (?:up)?on|comments? on|repl(?:y|ies) to|responses? to|follow(?:s|ing)?|inspired by)\b[^.;|[\]]{0,30}$/i;

function isOnlySpokenOf(main: Mention, label: Mention): boolean {
  if (blockOf(label.element) !== blockOf(main.element) || !isBefore(main, label)) return false;
  return speaking.test(wordsBetween(main, label));
}

function isBefore(a: Mention, b: Mention): boolean {
  const [first, second] = [a.node ?? a.element, b.node ?? b.element];
  return first === second ? (a.start ?? 0) < (b.start ?? 0) : Boolean(first.compareDocumentPosition(second) & 4);
}

/** From a mention, or from the start of a block, to another mention. */
function wordsBetween(from: Mention | Element, to: Mention): string {
  const range = to.element.ownerDocument.createRange();
  if ('element' in from) {
    if (from.node) range.setStart(from.node, from.end ?? 0);
    else range.setStartAfter(from.element);
  } else {
    range.setStart(from, 0);
  }
  if (to.node) range.setEnd(to.node, to.start ?? 0);
  else range.setEndBefore(to.element);
  return range.toString();
}

/** Among several titles, only the labels right behind one are its own: `Margins matter [arXiv] [DOI]`. */
function withNeighbours(groups: Group[], mentions: Mention[]): Group[] {
  const ownerOf = new Map(groups.flatMap((group) => group.mentions.map((mention) => [mention, group])));
  const result = new Set(groups);
  for (const [index, mention] of mentions.entries()) {
    const group = ownerOf.get(mention);
    const before = mentions[index - 1];
    const owner = before && ownerOf.get(before);
    if (!group || !owner?.isTitled || group.isTitled || group.mentions.length > 1) continue;
    if (!areAdjacent(before, mention) || haveSchemeTwice([owner, group])) continue;
    owner.ids.push(...group.ids);
    owner.mentions.push(mention);
    ownerOf.set(mention, owner);
    result.delete(group);
  }
  return [...result];
}

/**
 * The paper that a block of a list is about, where others are only spoken of: its link has a title, or stands among
 * labels, and theirs in sentences.
 */
export function mainOf(groups: Group[]): Group | undefined {
  if (groups.length < 2) return groups[0];
  const titled = groups.filter(({ isTitled }) => isTitled);
  const labelled = groups.filter(({ mentions }) => mentions.some(({ element }) => hasOnlyLabels(blockOf(element))));
  const [main, ...more] = titled.length > 0 ? titled : labelled.length > 0 ? labelled : groups.slice(0, 1);
  const first = main?.mentions.find((mention) => !mention.node && (mention.title || isInLabelPlace(mention)));
  if (!first || more.length > 0) return undefined;
  const own = blockOf(first.element);
  const isAside = (mention: Mention) => isInProse(mention) || isInOtherWords(mention, own);
  return groups.every((group) => group === main || group.mentions.every(isAside)) ? main : undefined;
}

function isInOtherWords({ element }: Mention, own: Element): boolean {
  const unit = blockOf(element);
  return unit !== own && !hasOnlyLabels(unit);
}

/** Nothing but signs and labels stands between two links. */
function areAdjacent(a: Mention | undefined, b: Mention): boolean {
  let node: Node | null | undefined = a?.node ? undefined : a?.element.nextSibling;
  for (let step = 0; node && step < 8; step++, node = node.nextSibling) {
    if (node === b.element) return !b.node;
    const content = node.textContent ?? '';
    if (isOurs(node)) continue;
    if (node.nodeType === 1 && isBlock(node as Element)) return false;
    if (/[\p{L}\d]/u.test(content) && !(node.nodeType === 1 && isLabel(content))) return false;
  }
  return false;
}
