import { type ReactNode, useState } from 'react';
import { copyText } from '../lib/copy-text';
import { t } from '../lib/text';
import { Failure } from './Failure';

interface Props {
  text: string;
  label: string;
  icon?: ReactNode;
}

/** Puts a text on the clipboard, and says that it is there, or why not. */
export function CopyButton({ text, label, icon }: Props) {
  const [outcome, setOutcome] = useState<{ isCopied: boolean; error?: unknown }>({ isCopied: false });
  const copy = () =>
    copyText(text).then(
      () => setOutcome({ isCopied: true }),
      (error) => setOutcome({ isCopied: false, error }),
    );
  return (
    <>
      <button type="button" onClick={copy}>
        {icon}
        {outcome.isCopied ? t('note.copied') : label}
      </button>
      {outcome.error !== undefined && <Failure error={outcome.error} />}
    </>
  );
}
