import { Link2, Quote, Trash2 } from 'lucide-react';
import { citationOf } from '../../lib/citation';
import { pageOf } from '../../lib/page-of';
import type { Paper, PaperId } from '../../lib/paper';
import { t } from '../../lib/text';
import { CopyAs } from '../CopyAs';
import { useInZotero } from '../in-zotero';
import type { useOutcome } from '../Outcome';
import { SendToZotero } from '../SendToZotero';

interface Props {
  paper: Paper;
  /** Under all of which it is known. */
  ids: PaperId[];
  attempt: ReturnType<typeof useOutcome>['attempt'];
  /** Writes what is still being typed. */
  flush(): Promise<unknown>;
  remove(): void;
}

/** What can be done with a saved paper. */
export function PaperActs({ paper, ids, attempt, flush, remove }: Props) {
  const address = pageOf(paper);
  const isInZotero = useInZotero(ids).size > 0;
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
      <CopyAs paper={paper} />
      {isInZotero && <span className="seen">{t('zotero.there')}</span>}
      <SendToZotero papers={[paper.id]} {...{ attempt, flush }} />
    </div>
  );
}
