import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../lib/text';

interface Props {
  name: string;
  save(name: string): void;
  close(): void;
}

/** The field for the name of a view. Enter saves, Escape does not. */
export function ViewName({ name, save, close }: Props) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    if (text.trim() !== '' && text.trim() !== name) save(text.trim());
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
        aria-label={t('library.view.name')}
        placeholder={t('library.view.name')}
        maxLength={100}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit">{t('library.view.save')}</button>
    </form>
  );
}
