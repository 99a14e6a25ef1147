import { type Finding, isRepairable } from '../../lib/library/findings';
import { t } from '../../lib/text';

/** So many are named; who needs more needs a backup. */
const named = 5;

/** What is not as it should be, where, and what would be done about it. */
export function FindingItem({ finding: { kind, keys } }: { finding: Finding }) {
  const count = keys.length;
  return (
    <li>
      <span>{t(`check.found.${kind}`, count, [count.toLocaleString()])}</span>
      <span className="hint">
        {isRepairable(kind) ? t(`check.repair.${kind}`) : t('check.noRepair')}
        {kind !== 'index' && <> ({keys.slice(0, named).join(', ') + (count > named ? ' …' : '')})</>}
      </span>
    </li>
  );
}
