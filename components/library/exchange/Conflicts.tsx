import type { PreviewedPaper } from '../../../lib/library/import-preview';
import { t } from '../../../lib/text';
import { Group } from './Group';

/** Notes that say one thing here and another in the file: both texts, and what becomes of them. */
export function Conflicts({ papers }: { papers: PreviewedPaper[] }) {
  const conflicts = papers.flatMap(({ title, conflict }) => (conflict ? [{ title, ...conflict }] : []));
  return (
    <Group
      title={(count) => t('exchange.conflicts', count, [count.toLocaleString()])}
      items={conflicts}
      isOpen={conflicts.length > 0}
    >
      {({ title, mine, theirs, kept }) => (
        <>
          <span className="title">{title}</span>
          <dl className="conflict">
            <div>
              <dt>{t('exchange.mine')}</dt>
              <dd>{beginning(mine)}</dd>
            </div>
            <div>
              <dt>{t('exchange.theirs')}</dt>
              <dd>{beginning(theirs)}</dd>
            </div>
          </dl>
          <span className="hint">{t(`exchange.kept.${kept}`)}</span>
        </>
      )}
    </Group>
  );
}

function beginning(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
