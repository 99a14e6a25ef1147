import { actOf, type Matches } from '../lib/rules';
import { t } from '../lib/text';

/** How many reasons are told. */
const enough = 3;

/** Says on the row by which of the user's rules a paper is marked or dimmed: by what it is that they found. */
export function RuleReason({ matches }: { matches: Matches }) {
  const act = actOf(matches);
  const texts = new Set((act === 'follow' ? matches.follows : matches.mutes).map(({ text }) => text));
  const told = [...texts].slice(0, enough).join(', ');
  return (
    <span className="reason" data-act={act}>
      {act === 'follow' ? t('rules.follows') : t('rules.muted')} {texts.size > enough ? `${told}, …` : told}
    </span>
  );
}
