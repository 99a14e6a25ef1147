import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowLeft, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Library } from '../../lib/library/contract';
import { paperDetails } from '../../lib/library/paper-details';
import type { LivePlace } from '../../lib/library-place';
import type { Paper, PaperId } from '../../lib/paper';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import type { useOutcome } from '../Outcome';
import { LazyRelated } from '../pictures/LazyRelated';
import type { Wish } from './Library';
import { PaperPage } from './PaperPage';

interface Props {
  id: PaperId;
  library: Library;
  settings: LiveSettings;
  live: LivePlace;
  list: RefObject<HTMLDivElement | null>;
  wish: Wish | undefined;
  attempt: ReturnType<typeof useOutcome>['attempt'];
  openPage(paper: Paper): void;
  remove(id: PaperId): void;
  /** Shows what a query finds. */
  filter(query: string): void;
}

/** The paper that was opened: beside the list, or, where there is no room, instead of it. Escape closes it. */
export function Details({ id, library, settings, live, list, wish, attempt, openPage, remove, filter }: Props) {
  const answer = useLiveQuery(async () => ({ id, details: await paperDetails(id) }), [id]);
  const whole = useRef<HTMLElement>(null);
  // Whoever wants to see it of one paper wants it of the next.
  const [isRelatedOpen, setRelatedOpen] = useState(false);
  const current = answer?.id === id ? answer : undefined;
  const isThere = current !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish anew, as soon as there is something to see.
  useEffect(() => {
    const isAlone = list.current !== null && getComputedStyle(list.current).visibility === 'hidden';
    if (isThere && (wish?.part === 'all' || (isAlone && !wish?.part))) whole.current?.focus();
  }, [wish, isThere, id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    live.close();
  };

  return (
    <section className="details" aria-label={t('library.details')} tabIndex={-1} ref={whole} onKeyDown={onKeyDown}>
      <button type="button" className="close" onClick={() => live.close()}>
        <ArrowLeft aria-hidden size={16} className="back" />
        <span>{t('library.back')}</span>
        <X aria-hidden size={16} className="x" />
      </button>
      {current?.details && (
        <PaperPage
          key={current.details.paper.id}
          details={current.details}
          {...{ library, settings, live, wish, attempt, openPage }}
          remove={() => remove(id)}
        >
          <LazyRelated
            id={current.details.paper.id}
            isOpen={isRelatedOpen}
            setOpen={setRelatedOpen}
            onOpen={(paper) => live.go({ paper })}
            onFilter={filter}
          />
        </PaperPage>
      )}
      {current && !current.details && <p className="empty">{t('library.notThere')}</p>}
    </section>
  );
}
