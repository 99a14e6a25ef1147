import { useEffect, useId, useRef, useState } from 'react';
import { type ExportFormat, exportFormats } from '../../../lib/export-formats';
import type { WriteFile } from '../../../lib/file-writer';
import type { LiveSettings } from '../../../lib/settings';
import { t } from '../../../lib/text';
import { Failure } from '../../Failure';
import { Dialog } from './Dialog';
import { type Exported, type ExportScope, useExport } from './exporting';
import { TemplateField } from './TemplateField';

interface Props {
  settings: LiveSettings;
  writeFile: WriteFile;
  /** What can be exported beside everything: what the list shows, and what is selected in it. */
  scopes: ExportScope[];
  close(): void;
}

/** The library as a file: what of it, and in which format. */
export function ExportDialog({ settings, writeFile, scopes, close }: Props) {
  // What is selected was selected for something.
  const [scope, setScope] = useState(scopes.at(-1)?.scope ?? 'all');
  const [format, setFormat] = useState<ExportFormat>('papergloss');
  const { state, start, cancel } = useExport(writeFile);
  const id = useId();
  const chosen = scopes.find((each) => each.scope === scope);

  return (
    <Dialog title={t('exchange.export')} isBusy={state.at === 'writing'} close={close}>
      {state.at === 'ready' && state.failure !== undefined && <Failure error={state.failure} />}
      <fieldset disabled={state.at === 'writing'}>
        <legend>{t('export.what')}</legend>
        {scopes.map((each) => (
          <label key={each.scope}>
            <input type="radio" name={id} checked={scope === each.scope} onChange={() => setScope(each.scope)} />
            {each.label}
          </label>
        ))}
      </fieldset>
      <label>
        {t('export.format')}
        <select
          value={format}
          disabled={state.at === 'writing'}
          onChange={({ currentTarget }) => setFormat(formatOf(currentTarget.value))}
        >
          {exportFormats.map(({ format }) => (
            <option key={format} value={format}>
              {t(`export.as.${format}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="hint">{t(`export.hint.${format}`)}</p>
      {format === 'markdownFiles' && <TemplateField settings={settings} />}
      {state.at === 'writing' ? (
        <>
          <progress aria-label={t('export.progress')} />
          <p>{t('marks.papers', state.papers, [state.papers.toLocaleString()])}</p>
          <button type="button" onClick={cancel}>
            {t('exchange.cancel')}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="main"
          onClick={() => chosen && start(format, chosen, settings.current.markdownTemplate || undefined)}
        >
          {t('export.start')}
        </button>
      )}
      {state.at === 'done' && <Download exported={state.exported} />}
    </Dialog>
  );
}

/** Downloads at once; the link stays, for whoever wants it again. No permission is needed for that. */
function Download({ exported: { name, address, papers } }: { exported: Exported }) {
  const link = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each file once.
  useEffect(() => {
    link.current?.click();
    link.current?.focus();
  }, [address]);
  return (
    <>
      <p role="status">{t('export.done', papers, [papers.toLocaleString()])}</p>
      <a ref={link} href={address} download={name}>
        {name}
      </a>
    </>
  );
}

function formatOf(value: string): ExportFormat {
  return exportFormats.find(({ format }) => format === value)?.format ?? 'papergloss';
}
