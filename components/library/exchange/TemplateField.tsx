import { useId, useState } from 'react';
import { templateNames, usualTemplate } from '../../../lib/formats/markdown';
import { unknownNames } from '../../../lib/formats/template';
import type { LiveSettings } from '../../../lib/settings';
import { t } from '../../../lib/text';
import { Failure } from '../../Failure';

/** What stands in each Markdown file. It is kept for the next time. */
export function TemplateField({ settings }: { settings: LiveSettings }) {
  const [template, setTemplate] = useState(settings.current.markdownTemplate || usualTemplate);
  const [failure, setFailure] = useState<unknown>();
  const id = useId();
  const unknown = unknownNames(template, templateNames);

  const change = (template: string) => {
    setTemplate(template);
    const markdownTemplate = template === usualTemplate ? '' : template;
    settings.change({ markdownTemplate }).then(() => setFailure(undefined), setFailure);
  };
  return (
    <>
      <label htmlFor={id}>{t('export.template')}</label>
      <textarea
        id={id}
        rows={10}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={template}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {t('export.templateHint', [templateNames.map((name) => `{{${name}}}`).join(' ')])}
      </p>
      <p role="status" className="failure">
        {unknown.length > 0 && t('export.unknownNames', [unknown.join(', ')])}
      </p>
      {failure !== undefined && <Failure error={failure} />}
      {template !== usualTemplate && (
        <button type="button" onClick={() => change(usualTemplate)}>
          {t('export.usualTemplate')}
        </button>
      )}
    </>
  );
}
