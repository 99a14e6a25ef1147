import { t } from '../lib/text';

/** Tells a new user what to do next. */
export function EmptyLibrary() {
  return (
    <div className="empty">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.text')}</p>
      <p>
        <a href="https://huggingface.co/papers" target="_blank" rel="noreferrer">
          {t('empty.huggingface')}
        </a>
      </p>
      <p>
        <a href="https://arxiv.org/list/cs.LG/new" target="_blank" rel="noreferrer">
          {t('empty.arxiv')}
        </a>
      </p>
    </div>
  );
}
