import { AlignLeft, EyeOff, Quote } from 'lucide-react';
import { citationOf } from '../lib/citation';
import type { Paper } from '../lib/paper';
import { t } from '../lib/text';
import { CopyButton } from './CopyButton';

interface Props {
  paper: Paper;
  isHidden: boolean;
  toggleHidden(): void;
  isAbstractOpen: boolean;
  toggleAbstract(): void;
}

/** What can be done with an entry less often: read its abstract, cite it, hide it. */
export function EntryActs({ paper, isHidden, toggleHidden, isAbstractOpen, toggleAbstract }: Props) {
  return (
    <div className="buttons">
      {paper.abstract && (
        <button type="button" aria-expanded={isAbstractOpen} onClick={toggleAbstract}>
          <AlignLeft aria-hidden size={14} />
          {t('more.abstract')}
        </button>
      )}
      <CopyButton text={citationOf(paper)} label={t('more.cite')} icon={<Quote aria-hidden size={13} />} />
      <button type="button" aria-pressed={isHidden} onClick={toggleHidden}>
        <EyeOff aria-hidden size={14} />
        {t(isHidden ? 'more.unhide' : 'more.hide')}
      </button>
    </div>
  );
}
