import { bylineOf } from '../../../lib/byline';
import type { TrashedPaper } from '../../../lib/library/trashed-papers';
import { t } from '../../../lib/text';
import { trashDays } from '../../../lib/trash-days';
import { MarksShown } from '../../MarksShown';

interface Props {
  trashed: TrashedPaper;
  isSelected: boolean;
  toggle(): void;
  restore(): void;
}

/** A removed paper, with what was said of it. */
export function TrashedItem({ trashed, isSelected, toggle, restore }: Props) {
  const { paper, note, removedAt } = trashed;
  const left = Math.max(0, Math.ceil(trashDays - (Date.now() - removedAt) / 86_400_000));
  const on = new Date(removedAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return (
    <li>
      <input type="checkbox" aria-label={t('trash.select', [paper.title])} checked={isSelected} onChange={toggle} />
      <div>
        <p className="title">{paper.title}</p>
        <p className="byline">{bylineOf(paper)}</p>
        <p className="seen">
          {t('trash.removedOn', [on])} · {t('trash.daysLeft', left)}
        </p>
        <MarksShown marks={trashed} />
        {note && <p className="note-text">{note}</p>}
      </div>
      <button type="button" aria-label={t('trash.restoreOf', [paper.title])} onClick={restore}>
        {t('trash.restore')}
      </button>
    </li>
  );
}
