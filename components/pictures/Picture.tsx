import { type ReactNode, useId, useState } from 'react';
import { t } from '../../lib/text';

interface Props {
  title: string;
  /** What it shows and what it leaves out, in a sentence. */
  text?: string;
  /** What is chosen for it. */
  choices?: ReactNode;
  picture: ReactNode;
  /** The same in numbers and words. */
  table: ReactNode;
}

/** One picture of the library, or its table. */
export function Picture({ title, text, choices, picture, table }: Props) {
  const id = useId();
  const [isTable, setTable] = useState(false);
  return (
    <section className="picture" aria-label={title}>
      <div className="picture-head">
        <h2 id={id}>{title}</h2>
        <div className="picture-choices">
          {choices}
          <button type="button" aria-pressed={isTable} aria-describedby={id} onClick={() => setTable(!isTable)}>
            {t('pictures.table')}
          </button>
        </div>
      </div>
      {text && <p className="picture-text">{text}</p>}
      {isTable ? table : picture}
    </section>
  );
}
