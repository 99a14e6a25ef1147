import { useState, useSyncExternalStore } from 'react';
import { dayOf } from '../../lib/day';
import type { PaperId } from '../../lib/paper';
import { resurfaced, weekOf } from '../../lib/pictures/resurfaced';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import './resurface.css';
import { usePictureRows } from './picture-rows';

interface Props {
  settings: LiveSettings;
  onOpen(id: PaperId): void;
  now?: number;
}

/** A few papers of long ago, others each week, until the user says “Not now”. */
export default function Resurface({ settings, onOpen, now = Date.now() }: Props) {
  const { notNow } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const { rows } = usePictureRows();
  const [isPutOff, setPutOff] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const week = weekOf(dayOf(now));
  const found = rows ? resurfaced(rows, week) : [];
  const isShown = notNow !== week;
  // What was just put off says so, and can be brought back; on the next visit there is nothing.
  if (found.length === 0 || !(isShown || isPutOff)) return null;

  const choose = (week: number) => {
    setPutOff(true);
    settings.change({ notNow: week }).then(() => setFailure(undefined), setFailure);
  };

  return (
    <section className="resurface" aria-label={t('resurface.title')}>
      <div className="resurface-head">
        <h2>{t('resurface.title')}</h2>
        <span role="status">{!isShown && t('resurface.putOff')}</span>
        <button type="button" onClick={() => choose(isShown ? week : 0)}>
          {isShown ? t('resurface.notNow') : t('resurface.undo')}
        </button>
      </div>
      {failure !== undefined && <Failure error={failure} />}
      {isShown && (
        <ul>
          {found.map(({ row, why }) => (
            <li key={row.id}>
              <button type="button" onClick={() => onOpen(row.id)}>
                {row.title}
              </button>{' '}
              <span className="why">
                {t(`resurface.${why}`, [
                  why === 'rated'
                    ? String(row.rating)
                    : new Date(row.savedAt).toLocaleDateString(undefined, { month: 'long', year: 'numeric' }),
                ])}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
