import { useId } from 'react';
import type { Field, Value } from '../../lib/completion/fields';
import type { Proposal } from '../../lib/completion/task';
import { identifierShown } from '../../lib/identity';
import type { PaperId } from '../../lib/paper';
import { t } from '../../lib/text';

interface Props {
  proposal: Proposal;
  isChosen(field: Field): boolean;
  turn(field: Field): void;
}

/** What would change of one paper: each field, as it is and as it would be. */
export function ProposedChanges({ proposal: { title, otherTitle, changes }, isChosen, turn }: Props) {
  const id = useId();
  return (
    <li>
      <fieldset aria-describedby={otherTitle ? `${id}other` : undefined}>
        <legend>{title}</legend>
        {otherTitle && (
          <p id={`${id}other`} className="failure">
            {t('complete.otherTitle', [otherTitle])}
          </p>
        )}
        {changes.map(({ field, before, after }) => (
          <div key={field} className="change">
            <label>
              <input
                type="checkbox"
                aria-describedby={`${id}${field}`}
                checked={isChosen(field)}
                onChange={() => turn(field)}
              />
              {t(`complete.field.${field}`)}
            </label>
            <dl id={`${id}${field}`}>
              <dt>{t('complete.before')}</dt>
              <dd>{shown(field, before)}</dd>
              <dt>{t('complete.after')}</dt>
              <dd>{shown(field, after)}</dd>
            </dl>
          </div>
        ))}
      </fieldset>
    </li>
  );
}

function shown(field: Field, value: Value | undefined): string {
  if (value === undefined) return t('complete.nothing');
  if (typeof value === 'string') return value;
  return field === 'identifiers' ? (value as PaperId[]).map(identifierShown).join(', ') : value.join(', ');
}
