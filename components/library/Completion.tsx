import { useEffect, useRef } from 'react';
import type { CompletionTask } from '../../lib/completion/task';
import { services } from '../../lib/services/client';
import { ServiceFailure } from '../../lib/services/failure';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import type { useOutcome } from '../Outcome';
import { CompletionPreview } from './CompletionPreview';

interface Props {
  task: CompletionTask;
  attempt: ReturnType<typeof useOutcome>['attempt'];
}

/** How far asking has come, and then what it would change. */
export function Completion({ task, attempt }: Props) {
  const { id, service, left, total, proposals, problem, notBefore, tries } = task;
  const name = t(`services.name.${service}`);
  const isDone = left.length === 0;
  const isWaiting = tries > 0 && !problem && !isDone;
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    // What was pressed gives way to this.
    if (document.activeElement === document.body) section.current?.focus();
  }, []);

  const drop = (
    <button type="button" onClick={() => attempt(() => services.dropCompletion(id))}>
      {t(isDone && proposals.length === 0 ? 'complete.close' : 'complete.discard')}
    </button>
  );

  return (
    <section className="completion" aria-label={t('complete.label')} tabIndex={-1} ref={section}>
      <p role="status">
        {isDone ? foundIn(task) : t('complete.asking', total, [String(total), name, String(total - left.length)])}
        {isWaiting && ` ${t('complete.waiting', [name, new Date(notBefore).toLocaleTimeString()])}`}
      </p>
      {!isDone && <progress aria-label={t('complete.label')} max={total} value={total - left.length} />}
      {problem && <Failure error={new ServiceFailure(problem.problem, problem.detail)} />}
      {isDone && proposals.length > 0 ? (
        <CompletionPreview key={id} task={task} attempt={attempt}>
          {drop}
        </CompletionPreview>
      ) : (
        <div className="buttons">
          {problem && (
            <button type="button" onClick={() => attempt(() => services.retryCompletion(id))}>
              {t('complete.retry')}
            </button>
          )}
          {!isDone && (
            <button type="button" onClick={() => attempt(() => services.stopCompletion(id))}>
              {t('complete.stop')}
            </button>
          )}
          {drop}
        </div>
      )}
    </section>
  );
}

function foundIn({ service, proposals, complete, unknown }: CompletionTask): string {
  const name = t(`services.name.${service}`);
  return [
    t('complete.found', proposals.length, [String(proposals.length), name]),
    complete > 0 && t('complete.complete', complete),
    unknown > 0 && t('complete.unknown', unknown),
  ]
    .filter(Boolean)
    .join(' ');
}
