/** Follow and mute: rules by which entries are marked or dimmed, with the reason shown. */

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
