import { X } from 'lucide-react';
import { type ChangeEvent, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Library } from '../lib/library/contract';
import { type MarksChange, maxTagLength, tagKey, tagName } from '../lib/marks';
import { t } from '../lib/text';

interface Props {
  tags: string[];
  /** So many are shown at first; all where it is not given. */
  few?: number;
  library: Pick<Library, 'tags'>;
  /** Saves a change, says it, and resolves to whether that worked. */
  change(change: MarksChange, said: string): Promise<boolean>;
  /** Gives the focus to the field. Each new object does so again. */
  focus?: object | undefined;
}

/** The tags of a paper, each with a button that takes it away, and a field for more, which knows those in use. */
export function TagField({ tags, few = tags.length, library, change, focus }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const typed = useRef(''); // The same, also between two renderings: nothing is added twice.
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? tags : tags.slice(0, few);
  const { inUse, asked } = useTagsInUse(library);
  const taken = new Set(tags.map(tagKey));
  const free = inUse.filter((name) => !taken.has(tagKey(name)));

  const type = (text: string) => {
    typed.current = text;
    setText(text);
  };
  const add = async () => {
    const text = typed.current;
    type('');
    const name = tagName(text);
    if (name === '') return;
    const spelling = spellingIn(await asked, name) ?? name;
    const isAdded = await change({ addTags: [spelling] }, t('marks.addedTag', [spelling]));
    if (!isAdded && typed.current === '') type(text);
  };
  const remove = (tag: string) => change({ removeTags: [tag] }, t('marks.removedTag', [tag]));

  useLayoutEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  useLeaving(add);

  const onChange = ({ currentTarget: { value }, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    type(value);
    // What the browser puts in for a chosen completion: Firefox says so, Chrome says nothing.
    const { inputType = '' } = nativeEvent as InputEvent;
    if ((inputType === '' || inputType === 'insertReplacementText') && free.includes(value)) add();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add();
    }
    // Held down, it deletes what was typed, and no more. What is not beside the field, nobody means.
    const last = shown.length === tags.length ? tags.at(-1) : undefined;
    if (event.key === 'Backspace' && text === '' && !event.repeat && last !== undefined) remove(last);
  };

  return (
    <div className="tag-field">
      {tags.length > 0 && (
        <ul className="tags" aria-label={t('marks.tags')}>
          {shown.map((tag) => (
            <li key={tag} className="tag">
              {tag}
              <button
                type="button"
                aria-label={t('marks.removeTag', [tag])}
                onClick={() => {
                  field.current?.focus(); // The button goes.
                  remove(tag);
                }}
              >
                <X aria-hidden size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {tags.length > few && (
        <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('marks.fewerTags') : t('marks.allTags', [tags.length.toLocaleString()])}
        </button>
      )}
      <input
        ref={field}
        type="text"
        list={id}
        aria-label={t('marks.addTag')}
        placeholder={t('marks.addTagHint')}
        autoComplete="off"
        maxLength={maxTagLength}
        value={text}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
      <datalist id={id}>
        {free.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

/** The names of the tags in use, for completion; and the promise of them, for who must not be too early. */
function useTagsInUse(library: Pick<Library, 'tags'>) {
  const [inUse, setInUse] = useState<string[]>([]);
  const [asked] = useState(() =>
    library.tags().then(
      (tags) => tags.map(({ name }) => name),
      (error): string[] => {
        // Tags are added as they are typed then; if that fails too, it says why.
        console.warn('Papergloss could not read the tags.', error);
        return [];
      },
    ),
  );
  useEffect(() => {
    asked.then(setInUse);
  }, [asked]);
  return { inUse, asked };
}

/** Calls `leave` when the field goes, alone or with its page: nothing blurs it then. */
function useLeaving(leave: () => void) {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const leaveNow = () => latest.current();
    window.addEventListener('pagehide', leaveNow);
    return () => {
      window.removeEventListener('pagehide', leaveNow);
      leaveNow();
    };
  }, []);
}

/** How a tag is spelled among `names`. */
function spellingIn(names: string[], tag: string): string | undefined {
  const key = tagKey(tag);
  return names.find((name) => tagKey(name) === key);
}
