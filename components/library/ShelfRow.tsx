import { Check } from 'lucide-react';
import { memo, type Ref } from 'react';
import type { SavedPaper } from '../../lib/library/saved-papers';
import type { Look } from '../../lib/library-place';
import { t } from '../../lib/text';
import { PaperCard } from './PaperCard';
import { PaperColumns } from './PaperColumns';

interface Props {
  saved: SavedPaper | undefined;
  index: number;
  total: number;
  /** Where it is in the list, in pixels. */
  start: number;
  look: Look;
  isActive: boolean;
  isSelected: boolean;
  isOpen: boolean;
  /** Takes its height. */
  ref: Ref<HTMLDivElement>;
}

/** A row of the list. What can be done with it is up to the list: a row has neither focus nor buttons. */
export const ShelfRow = memo(function ShelfRow(props: Props) {
  const { saved, index, total, start, look, isActive, isSelected, isOpen, ref } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and says which row is active.
    <div
      ref={ref}
      id={rowId(index)}
      role="option"
      className={`row ${look}`}
      style={{ transform: `translateY(${start}px)` }}
      data-index={index}
      data-active={isActive || undefined}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-busy={saved === undefined || undefined}
    >
      <span className="check" aria-hidden>
        {isSelected && <Check size={14} />}
      </span>
      {saved === undefined ? (
        <p className="title">{t('library.loading')}</p>
      ) : look === 'cards' ? (
        <PaperCard saved={saved} />
      ) : (
        <PaperColumns saved={saved} />
      )}
    </div>
  );
});

/** How the list names its active row. */
export function rowId(index: number): string {
  return `row-${index}`;
}
