import type { Completion } from '../lib/search/complete';
import { t } from '../lib/text';

interface Props {
  id: string;
  completions: Completion[];
  chosen: number | undefined;
  take(completion: Completion): void;
}

/** What the word in the search field may become. The field keeps the focus, and names the one that is chosen. */
export function CompletionList({ id, completions, chosen, take }: Props) {
  return (
    <div
      id={id}
      className="completions"
      role="listbox"
      aria-label={t('search.completions')}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {completions.map((completion, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are for the field.
        <div
          key={completion.insert}
          id={completionId(id, i)}
          role="option"
          aria-selected={i === chosen}
          onClick={() => take(completion)}
        >
          <bdi>{completion.shown}</bdi>
          {completion.papers !== undefined && <span className="count">{` ${completion.papers}`}</span>}
        </div>
      ))}
    </div>
  );
}

/** How the field names one of them. */
export function completionId(list: string, index: number): string {
  return `${list}-${index}`;
}
