import { Highlighter } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Library } from '../lib/library/contract';
import type { Paper } from '../lib/paper';
import type { Highlight } from '../lib/quote';
import { t } from '../lib/text';
import { Failure } from './Failure';
import { HighlightItem } from './HighlightItem';

interface Props {
  paper: Paper;
  highlights: Highlight[];
  library: Library;
  /** Shows all of them without being asked: where they cannot be seen in the text. */
  isOpenAtFirst?: boolean;
  /** The ids of those that the text on the page does not have. */
  missing?: ReadonlySet<string>;
  /** The id of the one that the user wants to comment on. */
  wanted?: string | undefined;
  onCommented?(): void;
}

/** More than this is read when somebody asks. */
const shortest = 240;

/** The passages that the user marked in a paper, with comments. */
export function Highlights({ highlights, isOpenAtFirst = false, missing, wanted, onCommented, ...of }: Props) {
  const [isOpened, setOpened] = useState(isOpenAtFirst);
  const [removed, setRemoved] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const whole = useRef<HTMLDivElement>(null);
  // Not where it came back in another way.
  const isRemoved = removed !== undefined && highlights.every(({ id }) => id !== removed);
  if (highlights.length === 0 && !isRemoved) return null;

  const length = highlights.reduce((sum, { quote, comment = '' }) => sum + quote.exact.length + comment.length, 0);
  const isFoldable = highlights.length > 1 || length > shortest;
  const isWanted = highlights.some(({ id }) => id === wanted);
  const isOpen = !isFoldable || isOpened || isWanted;

  const attempt = (act: () => Promise<void>, then: string | undefined) =>
    act().then(() => {
      setFailure(undefined);
      setRemoved(then);
    }, setFailure);

  const undo = async (id: string) => {
    await attempt(() => of.library.restoreHighlight(id), undefined);
    whole.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names a list and its buttons.
    <div className="highlights" role="group" aria-label={t('highlights.label')} tabIndex={-1} ref={whole}>
      {isFoldable && (
        <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setOpened(!isOpen)}>
          <Highlighter aria-hidden size={13} />
          {t('highlights.count', highlights.length)}
        </button>
      )}
      {isOpen && highlights.length > 0 && (
        <ul aria-label={t('highlights.label')}>
          {highlights.map((highlight) => (
            <HighlightItem
              key={highlight.id}
              {...of}
              highlight={highlight}
              isMissing={missing?.has(highlight.id) ?? false}
              isWanted={highlight.id === wanted}
              onCommented={() => {
                setOpened(true); // What one has just written stays in sight.
                onCommented?.();
              }}
              onRemove={() => attempt(() => of.library.removeHighlight(highlight.id), highlight.id)}
            />
          ))}
        </ul>
      )}
      {isRemoved && (
        <span className="removed">
          <span role="status">{t('highlights.removed')}</span>
          <UndoButton onClick={() => undo(removed)} />
        </span>
      )}
      {failure !== undefined && <Failure error={failure} />}
    </div>
  );
}

/** Takes the focus: that of the button that was pressed has gone with its highlight. */
function UndoButton({ onClick }: { onClick(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button type="button" ref={button} onClick={onClick}>
      {t('highlights.undo')}
    </button>
  );
}
