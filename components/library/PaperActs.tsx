import { Link2, Quote, Trash2 } from 'lucide-react';
import { citationOf } from '../../lib/citation';
import { pageOf } from '../../lib/page-of';
import type { Paper } from '../../lib/paper';
import { t } from '../../lib/text';
import type { useOutcome } from '../Outcome';

interface Props {
  paper: Paper;
  attempt: ReturnType<typeof useOutcome>['attempt'];
  remove(): void;
}

/** What can be done with a saved paper. */
export function PaperActs({ paper, attempt, remove }: Props) {
  const address = pageOf(paper);
  const copy = (text: string, said: string) => attempt(() => navigator.clipboard.writeText(text), { text: said });
  return (
    <div className="actions">
      {address && (
        <button type="button" onClick={() => copy(address, t('list.copied'))}>
          <Link2 aria-hidden size={14} />
          {t('item.copyLink')}
        </button>
      )}
      <button type="button" onClick={() => copy(citationOf(paper), t('say.cited'))}>
        <Quote aria-hidden size={13} />
        {t('more.cite')}
      </button>
      <button type="button" onClick={remove}>
        <Trash2 aria-hidden size={13} />
        {t('item.remove')}
      </button>
    </div>
  );
}
