import { Bookmark, FileInput } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { t } from '../../../lib/text';

interface Props {
  look(files: { file: Blob; name: string }[]): void;
  /** Right from the click: the browser asks for its permission. */
  lookAtBookmarks(): void;
}

/** Where papers come from. */
export function ImportSource({ look, lookAtBookmarks }: Props) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const paste = () => look([{ file: new Blob([text]), name: t('exchange.pasted') }]);

  return (
    <>
      <p>{t('exchange.from')}</p>
      <p className="hint">{t('exchange.formats')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('exchange.choose')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) look(files.map((file) => ({ file, name: file.name })));
        }}
      />
      <button type="button" className="main" onClick={() => input.current?.click()}>
        <FileInput aria-hidden size={14} />
        {t('exchange.choose')}
      </button>
      <label htmlFor={id}>{t('exchange.text')}</label>
      <textarea
        id={id}
        rows={4}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) paste();
        }}
      />
      <button type="button" disabled={text.trim() === ''} onClick={paste}>
        {t('exchange.look')}
      </button>
      <p className="hint">{t('exchange.bookmarksHint')}</p>
      <button type="button" onClick={lookAtBookmarks}>
        <Bookmark aria-hidden size={14} />
        {t('exchange.bookmarks')}
      </button>
    </>
  );
}
