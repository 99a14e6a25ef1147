import { Highlighter, MessageSquare } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { standBeside } from '../lib/page/beside';
import type { Markable } from '../lib/page/markable';
import type { MarkableSelection } from '../lib/page/markable-selection';
import type { PageTheme } from '../lib/page/theme';
import { t } from '../lib/text';
import { Failure } from './Failure';

interface Props {
  selection: MarkableSelection;
  theme: PageTheme;
  highlight(markable: Markable, withComment: boolean): Promise<void>;
}

/** What stands beside selected text. It takes neither the focus nor the selection. */
export function SelectionMenu({ selection, theme, highlight }: Props) {
  const markable = useSyncExternalStore(selection.subscribe, () => selection.current);
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const [failed, setFailed] = useState<{ markable: Markable; error: unknown }>();
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (markable && menu.current) return standBeside(menu.current, markable.range);
  }, [markable]);
  if (!markable) return null;

  const mark = (withComment: boolean) =>
    highlight(markable, withComment).catch((error) => setFailed({ markable, error }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') selection.dismiss();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names two buttons.
    <div
      className="entry selection"
      data-theme={look}
      role="group"
      aria-label={t('highlights.selected')}
      ref={menu}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <button type="button" onClick={() => mark(false)}>
        <Highlighter aria-hidden size={14} />
        {t('highlights.make')}
      </button>
      <button type="button" aria-label={t('highlights.makeWithComment')} onClick={() => mark(true)}>
        <MessageSquare aria-hidden size={14} />
        {t('highlights.comment')}
      </button>
      {failed?.markable === markable && <Failure error={failed.error} />}
    </div>
  );
}
