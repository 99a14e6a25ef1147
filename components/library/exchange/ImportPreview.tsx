import type { PreviewedPaper } from '../../../lib/library/import-preview';
import { t } from '../../../lib/text';
import { Conflicts } from './Conflicts';
import { Group } from './Group';
import type { Preview } from './importing';

interface Props {
  preview: Preview;
  take(): void;
  back(): void;
}

const kinds = ['new', 'merged', 'again', 'removed', 'same'] as const;

/** What would become of each paper, and what could not be read. Nothing is written yet. */
export function ImportPreview({ preview, take, back }: Props) {
  const { papers, previewed, newDecisions, rest } = preview;
  const { unreadable, warnings = [] } = rest;
  const isNothing = papers.length === 0 && newDecisions === 0;
  const isNothingNew = !isNothing && newDecisions === 0 && previewed.every(({ kind }) => kind === 'same');
  return (
    <>
      <p className="file">{preview.name}</p>
      {warnings.map((warning) => (
        <p key={warning} className="failure">
          {warning}
        </p>
      ))}
      {isNothing && <p role="alert">{t('exchange.nothing')}</p>}
      {isNothingNew && <p role="status">{t('exchange.nothingNew')}</p>}
      {kinds.map((kind) => (
        <Group
          key={kind}
          title={(count) => t(`exchange.kind.${kind}`, count, [count.toLocaleString()])}
          items={previewed.filter((paper) => paper.kind === kind)}
        >
          {(paper) => <Previewed paper={paper} />}
        </Group>
      ))}
      {newDecisions > 0 && <p>{t('exchange.decisions', newDecisions, [newDecisions.toLocaleString()])}</p>}
      <Conflicts papers={previewed} />
      <Group
        title={(count) => t('exchange.unreadable', count, [count.toLocaleString()])}
        items={unreadable}
        isOpen={unreadable.length > 0}
      >
        {({ line, reason, text }) => (
          <>
            {line !== undefined && <span className="line">{t('exchange.line', [line.toLocaleString()])} · </span>}
            {reason}
            {text && <code>{text}</code>}
          </>
        )}
      </Group>
      <div className="buttons">
        {!isNothing && !isNothingNew && (
          <button type="button" className="main" onClick={take}>
            {t('exchange.take', papers.length, [papers.length.toLocaleString()])}
          </button>
        )}
        <button type="button" onClick={back}>
          {t('exchange.back')}
        </button>
      </div>
    </>
  );
}

function Previewed({ paper: { title, kind, parts } }: { paper: PreviewedPaper }) {
  const changes = kind === 'merged' ? parts.map((part) => t(`exchange.part.${part}`)).join(', ') : '';
  return (
    <>
      <span className="title">{title}</span>
      {changes && <span className="hint">{t('exchange.changed', [changes])}</span>}
    </>
  );
}
