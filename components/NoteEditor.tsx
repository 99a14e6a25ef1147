import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { NoteWriter } from '../lib/note-writer';
import { t } from '../lib/text';
import { CopyButton } from './CopyButton';
import { Failure } from './Failure';

interface Props {
  writer: NoteWriter;
  /** The note as it is saved. */
  note: string;
  /** The user asked for it; otherwise it takes no focus. */
  autoFocus: boolean;
  foot?: ReactNode;
  onClose(): void;
}

/** A field that grows with its text, saves by itself, and says when it has. Escape closes it. */
export function NoteEditor({ writer, note, autoFocus, foot, onClose }: Props) {
  const text = useSyncExternalStore(writer.subscribe, () => writer.text);
  const state = useSyncExternalStore(writer.subscribe, () => writer.state);
  const field = useRef<HTMLTextAreaElement>(null);
  const value = text ?? note;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field's height depends on its text.
  useLayoutEffect(() => fitToText(field.current), [value]);
  // Before the next key, which is for the note already.
  useLayoutEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [autoFocus]);
  useEffect(() => {
    // Closing a tab blurs nothing.
    const leave = () => writer.flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      writer.flush();
    };
  }, [writer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };

  const unsaved = state.status === 'waiting' || state.status === 'saving' || state.status === 'failed';
  return (
    <div className="editor">
      <textarea
        ref={field}
        aria-label={t('note.label')}
        data-unsaved={unsaved || undefined}
        placeholder={t('note.placeholder')}
        rows={2}
        value={value}
        onChange={(event) => writer.type(event.currentTarget.value)}
        onBlur={() => writer.flush()}
        onKeyDown={onKeyDown}
      />
      <div className="editor-foot">
        {state.status === 'failed' ? (
          <>
            <Failure error={state.error} />
            {state.canRetry ? (
              <button type="button" onClick={() => writer.retry()}>
                {t('note.retry')}
              </button>
            ) : (
              <CopyButton text={value} label={t('note.copy')} />
            )}
          </>
        ) : (
          <>
            <span role="status">{unsaved ? t('note.saving') : state.status === 'saved' && t('note.saved')}</span>
            <span className="hint">{t('note.hint')}</span>
          </>
        )}
        {foot}
      </div>
    </div>
  );
}

function fitToText(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
