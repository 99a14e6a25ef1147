import { Copy } from 'lucide-react';
import { useId, useState } from 'react';
import type { CopyKind } from '../lib/formats/copy-as';
import { keyOfSaved } from '../lib/library/key-of';
import type { Paper } from '../lib/paper';
import { t } from '../lib/text';
import { OutcomeLine, useOutcome } from './Outcome';

/** What knows the formats: it comes when somebody wants it. */
type Formats = typeof import('../lib/formats/copy-as');

/** Puts a paper on the clipboard in the way that is wanted elsewhere. */
export function CopyAs({ paper }: { paper: Paper }) {
  const [formats, setFormats] = useState<Formats>();
  const told = useOutcome();
  const id = useId();

  const open = () => told.attempt(async () => setFormats(await import('../lib/formats/copy-as')));
  const copy = (kind: CopyKind, { copiedAs, asWhole }: Formats) =>
    told.attempt(
      async () => {
        const key = isKeyed(kind) ? await keyOfSaved(paper.id) : undefined;
        await navigator.clipboard.writeText(copiedAs(kind, asWhole(paper), key));
      },
      { text: t('copyAs.copied', [t(`copyAs.kind.${kind}`)]) },
    );

  return (
    <div className="copy-as">
      <button
        type="button"
        aria-expanded={formats !== undefined}
        aria-controls={formats && id}
        onClick={() => (formats ? setFormats(undefined) : open())}
      >
        <Copy aria-hidden size={13} />
        {t('copyAs.label')}
      </button>
      {formats && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names what the buttons are for.
        <div id={id} role="group" aria-label={t('copyAs.label')} className="actions">
          {formats.copyKinds.map((kind) => (
            <button key={kind} type="button" onClick={() => copy(kind, formats)}>
              {t(`copyAs.kind.${kind}`)}
            </button>
          ))}
        </div>
      )}
      {(formats || told.failure !== undefined) && <OutcomeLine {...told} />}
    </div>
  );
}

/** Whether others cite it by a key, which must be the same wherever it comes from. */
function isKeyed(kind: CopyKind): boolean {
  return kind === 'bibtex' || kind === 'biblatex';
}
