import { useSyncExternalStore } from 'react';
import { missingIn } from '../../lib/completion/missing';
import type { Paper, PaperId } from '../../lib/paper';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import type { useOutcome } from '../Outcome';
import { CompleteFrom } from './CompleteFrom';
import { Completion } from './Completion';
import { useCompletionTask } from './completion-task';

interface Props {
  paper: Paper;
  ids: PaperId[];
  settings: LiveSettings;
  attempt: ReturnType<typeof useOutcome>['attempt'];
}

/** What no page said of a paper, and who may know it; nothing where nothing is missing. */
export function Missing({ paper, ids, settings, attempt }: Props) {
  const isOn = useSyncExternalStore(settings.subscribe, () => settings.current.completion);
  const task = useCompletionTask();
  if (task?.only === paper.id) return <Completion task={task} attempt={attempt} />;
  const missing = missingIn(paper);
  if (missing.length === 0) return null;
  return (
    <section className="missing-details" aria-label={t('complete.label')}>
      <p>{t('complete.missing', [missing.map((field) => t(`complete.field.${field}`)).join(', ')])}</p>
      {isOn ? (
        <CompleteFrom papers={[paper.id]} ids={ids} attempt={attempt} />
      ) : (
        <>
          <p className="hint">{t('complete.off')}</p>
          <button type="button" onClick={() => attempt(() => settings.change({ completion: true }))}>
            {t('complete.on')}
          </button>
        </>
      )}
    </section>
  );
}
