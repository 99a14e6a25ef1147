import { useLiveQuery } from 'dexie-react-hooks';
import { History } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { noteVersions } from '../lib/library/queries';
import type { NoteWriter } from '../lib/note-writer';
import type { PaperId } from '../lib/paper';
import { t } from '../lib/text';

interface Props {
  /** The paper. */
  id: PaperId;
  /** The note as it is saved. */
  note: string;
  writer: NoteWriter;
}

/** What was done last, as long as the note says `text`; `before` is what it said until then. */
type News = { said: string; text: string; before?: string };

/** What a note said before, for its editor: any of it can be brought back. Nothing where it never said anything else. */
export function NoteVersions({ id, note, writer }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [lastNews, setNews] = useState<News>();
  const button = useRef<HTMLButtonElement>(null);
  const text = useSyncExternalStore(writer.subscribe, () => writer.text) ?? note;
  const versions = (useLiveQuery(async () => noteVersions(id), [id]) ?? []).filter((version) => version.text !== text);
  const news = lastNews?.text === text ? lastNews : undefined;
  if (versions.length === 0 && !news) return null;

  /** By the way of all that is typed: the draft is kept, and an error is told in the editor. */
  const write = async (words: string, news: News) => {
    writer.type(words);
    await writer.flush();
    if (writer.state.status === 'saved') setNews(news);
  };

  const undo = (before: string) => {
    button.current?.focus();
    return write(before, { said: t('versions.undone'), text: before });
  };

  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault(); // The first Escape closes the list; the next one closes the popup.
    setOpen(false);
    button.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list, wherever in it the focus is.
    <div className="versions" onKeyDown={close}>
      <button type="button" ref={button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <History aria-hidden size={13} />
        {t('versions.title')}
      </button>
      <span role="status">{news?.said}</span>
      {news?.before !== undefined && <UndoButton onClick={() => undo(news.before ?? '')} />}
      {isOpen && (
        <ul aria-label={t('versions.title')}>
          {versions.map((version) => {
            const when = new Date(version.writtenAt);
            const time = when.toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
            const news = { said: t('versions.restored', [time]), text: version.text, before: text };
            return (
              <li key={version.id} aria-label={t('versions.of', [time])}>
                <div className="version-head">
                  <time dateTime={when.toISOString()}>{time}</time>
                  <button
                    type="button"
                    aria-label={t('versions.restoreOf', [time])}
                    onClick={() => write(version.text, news)}
                  >
                    {t('versions.restore')}
                  </button>
                </div>
                <p className="version-text" dir="auto">
                  {version.text}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** Takes the focus: that of the version that is now the note would be lost. */
function UndoButton({ onClick }: { onClick(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button type="button" ref={button} onClick={onClick}>
      {t('versions.undo')}
    </button>
  );
}
