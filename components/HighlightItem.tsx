import { MessageSquare, Trash2 } from 'lucide-react';
import { useContext, useRef, useState } from 'react';
import type { Library } from '../lib/library/contract';
import type { Paper } from '../lib/paper';
import type { Highlight } from '../lib/quote';
import { t } from '../lib/text';
import { HighlightComment } from './HighlightComment';
import { WordsContext } from './NoteText';

interface Props {
  paper: Paper;
  highlight: Highlight;
  library: Library;
  /** The page shows the text that it is from, without it. */
  isMissing: boolean;
  /** The user wants to comment on it. */
  isWanted: boolean;
  /** The user no longer does. */
  onCommented(): void;
  onRemove(): void;
}

/** One passage, and what the user says of it. */
export function HighlightItem({ paper, highlight, library, isMissing, isWanted, onCommented, onRemove }: Props) {
  const [isOpen, setOpen] = useState(false);
  const shown = useContext(WordsContext);
  const button = useRef<HTMLButtonElement>(null);
  const close = (byKey: boolean) => {
    setOpen(false);
    onCommented();
    if (byKey) button.current?.focus();
  };
  const isCommenting = isOpen || isWanted;

  return (
    <li>
      <blockquote>{shown(highlight.quote.exact)}</blockquote>
      {isMissing && <p className="missing">{t('highlights.missing')}</p>}
      {isCommenting ? (
        <HighlightComment {...{ paper, highlight, library }} onClose={close} />
      ) : (
        highlight.comment && <p className="note-text">{shown(highlight.comment)}</p>
      )}
      <div className="buttons">
        <button type="button" ref={button} aria-expanded={isCommenting} onClick={() => setOpen(true)}>
          <MessageSquare aria-hidden size={13} />
          {highlight.comment ? t('highlights.editComment') : t('highlights.addComment')}
        </button>
        <button type="button" onClick={onRemove}>
          <Trash2 aria-hidden size={13} />
          {t('highlights.remove')}
        </button>
      </div>
    </li>
  );
}
