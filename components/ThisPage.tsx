import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { alwaysOn, patternOf, turnOff, turnOn } from '../lib/always-on';
import { isBuiltIn } from '../lib/built-in';
import { findPapers } from '../lib/find-papers';
import { t } from '../lib/text';

interface Props {
  /** The page over which the popup was opened. Its address is known for as long as the popup is open. */
  tab: { id: number; url: string };
  close(): void;
}

/** What can be done with the page that the user is looking at. */
export function ThisPage({ tab, close }: Props) {
  const [isAlwaysOn, setAlwaysOn] = useState(false);
  const [problem, setProblem] = useState<string>();
  const pattern = patternOf(tab.url);
  const host = pattern ? new URL(tab.url).hostname : '';

  useEffect(() => {
    if (pattern) alwaysOn().then((patterns) => setAlwaysOn(patterns.includes(pattern)));
  }, [pattern]);

  const find = () => findPapers(tab.id).then(close, () => setProblem(t('thisPage.notAllowed')));

  const toggle = async (on: boolean) => {
    if (!pattern) return;
    const done = on ? await turnOn(pattern) : await turnOff(pattern).then(() => true);
    setProblem(done ? undefined : t('thisPage.notGranted'));
    if (done) setAlwaysOn(on);
  };

  if (!pattern) return null;
  return (
    <section className="this-page" aria-label={t('thisPage.label')}>
      <button type="button" onClick={find}>
        <Search aria-hidden size={14} />
        {t('thisPage.find')}
      </button>
      {!isBuiltIn(tab.url) && (
        <label title={t('thisPage.alwaysHint')}>
          <input type="checkbox" checked={isAlwaysOn} onChange={(event) => toggle(event.currentTarget.checked)} />
          {t('thisPage.always', [host])}
        </label>
      )}
      {problem && (
        <p className="failure" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
