import { useLiveQuery } from 'dexie-react-hooks';
import { Tags } from 'lucide-react';
import { useState } from 'react';
import type { Library } from '../lib/library/contract';
import { allTags } from '../lib/library/queries';
import { tagKey } from '../lib/marks';
import { renameTag } from '../lib/rename-tag';
import { t } from '../lib/text';
import type { Outcome, useOutcome } from './Outcome';
import { TagItem } from './TagItem';

interface Props {
  library: Library;
  /** Does it, and tells what was done or why it could not be. */
  attempt: ReturnType<typeof useOutcome>['attempt'];
  onTag(tag: string): void;
}

/** All tags in use, with the number of papers that have each. They can be renamed, and made one by that. */
export function TagList({ library, attempt, onTag }: Props) {
  const tags = useLiveQuery(allTags) ?? [];
  const [isOpen, setOpen] = useState(false);
  if (tags.length === 0) return null;

  const rename = (from: string, to: string, isMerge: boolean) => {
    const done: Outcome = { text: t(isMerge ? 'marks.merged' : 'marks.renamed', [from, to]) };
    attempt(async (onProgress) => {
      done.undo = await renameTag(library, from, to, onProgress);
    }, done);
  };

  return (
    <section className="all-tags" aria-label={t('marks.tags')}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Tags aria-hidden size={14} />
        {t('marks.tags')}
      </button>
      {isOpen && (
        <ul>
          {tags.map((tag) => (
            <TagItem
              key={tagKey(tag.name)}
              tag={tag}
              others={tags.filter((other) => other !== tag)}
              {...{ onTag, rename }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
