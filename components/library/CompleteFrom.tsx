import { useId } from 'react';
import { type CompletionServiceName, completionNames, keyOf } from '../../lib/completion/keys';
import type { PaperId } from '../../lib/paper';
import { services } from '../../lib/services/client';
import { ServiceFailure } from '../../lib/services/failure';
import { askFor } from '../../lib/services/hosts';
import { t } from '../../lib/text';
import type { useOutcome } from '../Outcome';

interface Props {
  papers: PaperId[];
  /** The identifiers of the paper, where it is about one: services that know it by none are not offered. */
  ids?: PaperId[];
  attempt: ReturnType<typeof useOutcome>['attempt'];
}

/** Asks somebody for what is missing of papers: one button for each who may know. */
export function CompleteFrom({ papers, ids, attempt }: Props) {
  const id = useId();
  const names = completionNames.filter((name) => !ids || keyOf[name](ids));
  const ask = (service: CompletionServiceName) =>
    attempt(async () => {
      // The browser must be asked right at the click.
      if (!(await askFor(service))) throw new ServiceFailure('notAllowed');
      await services.startCompletion({ id: crypto.randomUUID(), service, papers });
    });
  if (names.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names what the buttons are for.
    <div className="complete-from" role="group" aria-label={t('complete.fromMany')} aria-describedby={id}>
      <div className="buttons">
        {names.map((name) => (
          <button key={name} type="button" onClick={() => ask(name)}>
            {t('complete.from', [t(`services.name.${name}`)])}
          </button>
        ))}
      </div>
      <p id={id} className="hint">
        {t('complete.reason')}
      </p>
    </div>
  );
}
