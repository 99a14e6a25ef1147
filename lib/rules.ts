/** Follow and mute: rules by which entries are marked or dimmed, with the reason shown. */
import { agree, nameWords, type Reading, readingsOf } from './author-names';
import { folded } from './fold';
import type { Paper } from './paper';
import { Phrases, phraseKey } from './phrases';

export const ruleFields = ['words', 'author', 'subject', 'organization'] as const;
export type RuleField = (typeof ruleFields)[number];

export interface Rule {
  /** A UUID. */
  id: string;
  act: 'follow' | 'mute';
  field: RuleField;
  /** What to look for, as the user typed it. */
  text: string;
}

/** Characters that the text of a rule may have. */
export const maxRuleLength = 200;

/** Why a rule applies to a paper. */
export interface Match {
  rule: Rule;
  /** What it was that the rule found, as the page writes it. */
  text: string;
}

/** The rules that apply to a paper. */
export interface Matches {
  follows: Match[];
  mutes: Match[];
}

/** What is to be done with a paper to which rules apply. Follow wins: a paper that is wanted is not lost to another rule. */
export function actOf(matches: Matches | undefined): Rule['act'] | undefined {
  if (!matches) return undefined;
  return matches.follows.length > 0 ? 'follow' : 'mute';
}

/**
 * Makes rules ready for use: what comes back says which of them apply to a paper, or `undefined` where none does. It
 * goes by the words of the paper, not rule by rule.
 */
export function compileRules(rules: Rule[]): (paper: Paper) => Matches | undefined {
  const of = (field: RuleField) => rules.filter((rule) => rule.field === field);
  const words = phrasesOf(of('words'));
  const organizations = phrasesOf(of('organization'));
  const findAuthors = authorFinder(of('author'));
  const findSubjects = subjectFinder(of('subject'));

  return (paper) => {
    const found = new Map<Rule, string>();
    for (const text of [paper.title, paper.abstract, paper.comments]) if (text) words.find(text, found);
    if (paper.organization) organizations.find(paper.organization, found);
    findAuthors(paper.authors ?? [], found);
    findSubjects(paper.subjects ?? [], found);
    if (found.size === 0) return undefined;
    const matches = Array.from(found, ([rule, text]) => ({ rule, text }));
    return {
      follows: matches.filter(({ rule }) => rule.act === 'follow'),
      mutes: matches.filter(({ rule }) => rule.act === 'mute'),
    };
  };
}

/** What two spellings of one rule have in common, whatever it does. Empty where there is nothing to look for. */
export function ruleKey({ field, text }: Pick<Rule, 'field' | 'text'>): string {
  const key = {
    words: () => phraseKey(text),
    organization: () => phraseKey(text),
    author: () => nameKey(text),
    subject: () => subjectKey(text),
  }[field]();
  return key && `${field} ${key}`;
}

function nameKey(name: string): string {
  const [reading] = readingsOf(name);
  return reading ? [reading.family, ...reading.given].join(' ') : '';
}

function phrasesOf(rules: Rule[]): Phrases<Rule> {
  const phrases = new Phrases<Rule>();
  for (const rule of rules) phrases.add(rule.text, rule);
  return phrases;
}

type Find = (texts: string[], found: Map<Rule, string>) => void;

function authorFinder(rules: Rule[]): Find {
  const byFamily = new Map<string, { rule: Rule; wanted: Reading }[]>();
  const words = new Set<string>();
  for (const rule of rules) {
    for (const wanted of readingsOf(rule.text)) {
      byFamily.set(wanted.family, [...(byFamily.get(wanted.family) ?? []), { rule, wanted }]);
      words.add(wanted.family.split(' ').at(-1) ?? '');
    }
  }
  return (authors, found) => {
    if (words.size === 0) return;
    for (const author of authors) {
      // A paper of a large experiment has thousands of authors: most need not be read closely.
      if (!nameWords(author).some((word) => words.has(word))) continue;
      for (const written of readingsOf(author)) {
        for (const { rule, wanted } of byFamily.get(written.family) ?? []) {
          if (!found.has(rule) && agree(wanted, written)) found.set(rule, author);
        }
      }
    }
  };
}

function subjectFinder(rules: Rule[]): Find {
  const byKey = Map.groupBy(rules, ({ text }) => subjectKey(text));
  return (subjects, found) => {
    if (byKey.size === 0) return;
    for (const subject of subjects) {
      const key = subjectKey(subject);
      const archive = /^([a-z-]+)\.[a-z-]+$/.exec(key)?.[1];
      for (const rule of [...(byKey.get(key) ?? []), ...((archive && byKey.get(archive)) || [])]) {
        if (!found.has(rule)) found.set(rule, subject);
      }
    }
  };
}

/** `cs.LG` and `CS.lg`, `cs` and `cs.*`, `Machine Learning` and `machine  learning`. */
function subjectKey(text: string): string {
  return folded(text)
    .replace(/["“”„«»]/g, '')
    .replace(/\.?\*\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
