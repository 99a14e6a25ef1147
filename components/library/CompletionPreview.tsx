import { type ReactNode, useState } from 'react';
import type { Field } from '../../lib/completion/fields';
import type { CompletionTask } from '../../lib/completion/task';
import type { PaperId } from '../../lib/paper';
import { services } from '../../lib/services/client';
import { t } from '../../lib/text';
import type { useOutcome } from '../Outcome';
import { ProposedChanges } from './ProposedChanges';

interface Props {
  task: CompletionTask;
  attempt: ReturnType<typeof useOutcome>['attempt'];
  /** What else can be done with it. */
  children: ReactNode;
}

/** Papers that are shown at first, and how many more each time. */
const pageSize = 50;

/** What would change, paper by paper and field by field; only what stays ticked does. */
export function CompletionPreview({ task, attempt, children }: Props) {
  const { id, proposals } = task;
  const [limit, setLimit] = useState(pageSize);
  /** Those that were turned over: all are chosen but those of what may be another paper. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());

  const isChosen = (paper: PaperId, field: Field, isDoubtful: boolean) =>
    turned.has(`${field} ${paper}`) === isDoubtful;
  const turn = (paper: PaperId, field: Field) => {
    const now = new Set(turned);
    if (!now.delete(`${field} ${paper}`)) now.add(`${field} ${paper}`);
    setTurned(now);
  };
  const papers = proposals.flatMap(({ id, changes, otherTitle }) => {
    const chosen = changes.map(({ field }) => field).filter((field) => isChosen(id, field, otherTitle !== undefined));
    return chosen.length > 0 ? [{ id, fields: chosen }] : [];
  });
  const count = papers.reduce((sum, { fields }) => sum + fields.length, 0);

  const apply = () => {
    const done: { text: string; undo?: () => Promise<unknown> } = { text: '' };
    return attempt(async () => {
      const made = await services.applyCompletion({ id, papers });
      done.text = t('complete.applied', made.length);
      if (made.length > 0) done.undo = () => services.undoCompletion(made);
    }, done);
  };

  return (
    <>
      <ul className="proposals" aria-label={t('complete.changes')}>
        {proposals.slice(0, limit).map((proposal) => (
          <ProposedChanges
            key={proposal.id}
            proposal={proposal}
            isChosen={(field) => isChosen(proposal.id, field, proposal.otherTitle !== undefined)}
            turn={(field) => turn(proposal.id, field)}
          />
        ))}
      </ul>
      {proposals.length > limit && (
        <button type="button" onClick={() => setLimit(limit + pageSize)}>
          {t('complete.more')}
        </button>
      )}
      <div className="buttons">
        <button type="button" className="apply" aria-disabled={count === 0} onClick={() => count > 0 && apply()}>
          {t('complete.apply', count)}
        </button>
        {children}
      </div>
    </>
  );
}
