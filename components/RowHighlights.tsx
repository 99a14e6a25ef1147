import { Highlighter } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { Library } from '../lib/library/contract';
import type { Markable } from '../lib/page/markable';
import type { MarkableSelection } from '../lib/page/markable-selection';
import { canPaint } from '../lib/page/paint';
import type { PaintedQuotes } from '../lib/page/painted-quotes';
import type { SavedPapers } from '../lib/page/saved-papers';
import type { PageTheme } from '../lib/page/theme';
import type { WantedComment } from '../lib/page/wanted-comment';
import type { Entry } from '../lib/page/watch';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { Failure } from './Failure';
import { Highlights } from './Highlights';

export interface Highlighting {
  library: Library;
  savedPapers: SavedPapers;
  settings: LiveSettings;
  theme: PageTheme;
  painted: PaintedQuotes;
  selection: MarkableSelection;
  wanted: WantedComment;
  highlight(markable: Markable, withComment: boolean): Promise<void>;
}

/** The highlights of the paper on a row; and, for whoever uses no mouse, the button that makes one of what is selected. */
export function RowHighlights({ entry, on }: { entry: Entry; on: Highlighting }) {
  const { library, savedPapers, settings, theme, painted, selection, wanted, highlight } = on;
  const saved = useSyncExternalStore(savedPapers.subscribe, () => savedPapers.get(entry.paper.id));
  const isOn = useSyncExternalStore(settings.subscribe, () => settings.current.highlights);
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const missing = useSyncExternalStore(painted.subscribe, () => painted.missing(entry));
  const commented = useSyncExternalStore(wanted.subscribe, () => wanted.current);
  const isSelected = () => (selection.current?.entry === entry ? selection.current : undefined);
  const markable = useSyncExternalStore(selection.subscribe, isSelected);
  const [hasFocus, setFocus] = useState(false);
  const [isMade, setMade] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  if (!isOn) return null;

  const mark = () =>
    markable &&
    highlight(markable, false).then(() => {
      setFailure(undefined);
      setMade(true);
    }, setFailure);

  const leave = () => {
    setFocus(false);
    setMade(false);
  };

  return (
    <div className="entry" data-theme={look}>
      {(markable || hasFocus) && (
        <>
          <button type="button" className="until-focus" onClick={mark} onFocus={() => setFocus(true)} onBlur={leave}>
            <Highlighter aria-hidden size={14} />
            {t('highlights.makeSelected')}
          </button>
          <span className="unseen" role="status">
            {isMade && t('highlights.made')}
          </span>
        </>
      )}
      {failure !== undefined && <Failure error={failure} />}
      <Highlights
        {...{ library, missing }}
        paper={entry.paper}
        highlights={saved?.highlights ?? []}
        isOpenAtFirst={!canPaint()}
        wanted={commented}
        onCommented={() => wanted.want(undefined)}
      />
    </div>
  );
}
