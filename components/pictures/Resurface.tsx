import { History } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { dayOf } from '../../lib/day';
import { someRows } from '../../lib/library/picture-rows';
import type { PaperId } from '../../lib/paper';
import { oldBefore, type Resurfaced, resurfaced, weekOf } from '../../lib/pictures/resurfaced';
import type { PictureRow } from '../../lib/pictures/row';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import './resurface.css';

interface Props {
  settings: LiveSettings;
  onOpen(id: PaperId): void;
  now?: number;
}

/** A few papers of long ago, others each week, until the user says “Not now”. */
export default function Resurface({ settings, onOpen, now = Date.now() }: Props) {
  const { notNow } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const week = weekOf(dayOf(now));
  const found = useResurfaced(week);
  const [isOpen, setOpen] = useState(false);
  const [isPutOff, setPutOff] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isShown = notNow !== week;
  // What was just put off says so, and can be brought back; on the next visit there is nothing.
  if (found.length === 0 || !(isShown || isPutOff)) return null;

  const choose = (week: number) => {
    setPutOff(true);
    settings.change({ notNow: week }).then(() => setFailure(undefined), setFailure);
  };

  return (
    <section className="resurface" aria-label={t('resurface.title')}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <History aria-hidden size={14} />
        {t('resurface.title')}
      </button>
      {isOpen && (
        <>
          {isShown && (
            <ul>
              {found.map(({ row, why }) => (
                <li key={row.id}>
                  <button type="button" onClick={() => onOpen(row.id)}>
                    {row.title}
                  </button>{' '}
                  <span className="why">{reasonOf(row, why)}</span>
                </li>
              ))}
            </ul>
          )}
          <p className="resurface-foot">
            <span role="status">{!isShown && t('resurface.putOff')}</span>
            <button type="button" onClick={() => choose(isShown ? week : 0)}>
              {isShown ? t('resurface.notNow') : t('resurface.undo')}
            </button>
          </p>
          {failure !== undefined && <Failure error={failure} />}
        </>
      )}
    </section>
  );
}

/** As they are when the page is opened. */
function useResurfaced(week: number): Resurfaced<PictureRow>[] {
  const [found, setFound] = useState<Resurfaced<PictureRow>[]>([]);
  useEffect(() => {
    let isWanted = true;
    someRows(oldBefore(week), week).then(
      (rows) => isWanted && setFound(resurfaced(rows, week)),
      // Nobody asked for it: there is just nothing.
      (error) => console.warn('Papergloss could not look for old papers.', error),
    );
    return () => {
      isWanted = false;
    };
  }, [week]);
  return found;
}

function reasonOf({ rating, savedAt }: PictureRow, why: 'unread' | 'rated'): string {
  if (why === 'rated') return t('resurface.rated', [String(rating)]);
  return t('resurface.unread', [new Date(savedAt).toLocaleDateString(undefined, { month: 'long', year: 'numeric' })]);
}
