import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { TagInUse } from '../lib/library/contract';
import { maxTagLength, tagKey, tagName } from '../lib/marks';
import { t } from '../lib/text';

interface Props {
  tag: TagInUse;
  others: TagInUse[];
  onTag(tag: string): void;
  rename(from: string, to: string, isMerge: boolean): void;
}

/** One tag of the library: how many papers have it, and a field to rename it. */
export function TagItem({ tag, others, onTag, rename }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <li>
      <button type="button" className="name" onClick={() => onTag(tag.name)}>
        {tag.name}
      </button>
      <span className="count">{t('marks.papers', tag.papers)}</span>
      <button
        type="button"
        aria-label={t('marks.rename', [tag.name])}
        aria-expanded={isOpen}
        ref={button}
        onClick={isOpen ? close : () => setOpen(true)}
      >
        {t('marks.renameShort')}
      </button>
      {isOpen && <NewName {...{ tag, others, rename, close }} />}
    </li>
  );
}

/** Asks for another name; and again where that is the name of another tag, since the two become one. */
function NewName({ tag, others, rename, close }: Omit<Props, 'onTag'> & { close(): void }) {
  const [text, setText] = useState(tag.name);
  const [same, setSame] = useState<TagInUse>();
  const field = useRef<HTMLInputElement>(null);
  const mergeButton = useRef<HTMLButtonElement>(null);
  const question = useId();

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    if (same) mergeButton.current?.focus();
  }, [same]);

  const finish = (to: string, isMerge: boolean) => {
    close();
    rename(tag.name, to, isMerge);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = tagName(text);
    if (name === '' || name === tag.name) return close();
    const other = others.find((other) => tagKey(other.name) === tagKey(name));
    if (!other) finish(name, false);
    else if (same) finish(other.name, true);
    else setSame(other);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };

  return (
    <form onSubmit={submit} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        aria-label={t('marks.newName', [tag.name])}
        maxLength={maxTagLength}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSame(undefined);
        }}
      />
      {same && <p id={question}>{t('marks.inUse', same.papers, [String(same.papers), same.name])}</p>}
      <button type="submit" ref={mergeButton} aria-describedby={same && question}>
        {t(same ? 'marks.merge' : 'marks.renameShort')}
      </button>
      <button type="button" onClick={close}>
        {t('marks.cancel')}
      </button>
    </form>
  );
}
