import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Completion } from '../lib/search/complete';
import { t } from '../lib/text';
import { CompletionList, completionId } from './CompletionList';
import { useCompletions } from './completions';

interface Props {
  query: string;
  change(query: string): void;
  autoFocus: boolean;
  /** What the query finds is being looked for. */
  isBusy?: boolean;
  ref?: Ref<HTMLInputElement>;
  /** A key that leads here from elsewhere. */
  shortcut?: string;
  /** The user is done: on to the list. */
  goOn?(): void;
}

/** The search field. It offers fields, and after one its values; Enter and ↓ go on to the list where none is chosen. */
export function QueryField({ query, change, autoFocus, isBusy = false, ref, shortcut, goOn }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLInputElement);
  const offered = useCompletions(isBusy);
  const { completions, chosen, isOpen } = offered;
  /** What the field said last; another query comes from elsewhere. */
  const typed = useRef(query);
  const caret = useRef<number>(undefined);

  const type = (query: string, at: number) => {
    typed.current = query;
    change(query);
    offered.look(query, at);
  };
  const take = (completion: Completion) => {
    // It was offered for what was typed before.
    if (offered.of !== query) return;
    const taken = offered.taken(completion);
    caret.current = taken.caret;
    type(taken.query, taken.caret);
  };
  const clear = () => {
    typed.current = '';
    change('');
    offered.close();
  };
  useLayoutEffect(() => {
    if (caret.current !== undefined) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when there is another query.
  useEffect(() => {
    if (query !== typed.current) offered.close();
    typed.current = query;
  }, [query]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const completion = chosen === undefined ? undefined : completions[chosen];
    const act = {
      ArrowDown: isOpen
        ? () => offered.move(1)
        : event.altKey
          ? () => offered.look(query, event.currentTarget.selectionStart ?? query.length, true)
          : goOn,
      ArrowUp: isOpen ? () => offered.move(-1) : undefined,
      Enter: completion ? () => take(completion) : goOn,
      Tab: completion && (() => take(completion)),
      // First the list, then the query; then what is around it.
      Escape: isOpen ? offered.close : query === '' ? undefined : clear,
    }[event.key];
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) offered.close();
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="query-field">
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={chosen === undefined ? undefined : completionId(id, chosen)}
        aria-autocomplete="list"
        // biome-ignore lint/a11y/noAutofocus: one comes here to find something.
        autoFocus={autoFocus}
        autoComplete="off"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        aria-keyshortcuts={shortcut}
        value={query}
        onChange={({ currentTarget: { value, selectionStart } }) => type(value, selectionStart ?? value.length)}
        onKeyDown={onKeyDown}
        onClick={offered.close}
        onBlur={offered.close}
      />
      {isOpen && <CompletionList {...{ id, completions, chosen, take }} />}
    </div>
  );
}
