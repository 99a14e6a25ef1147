import { useState } from 'react';
import { t } from '../lib/text';

interface Props {
  text: string;
  label: string;
}

/** Puts a text on the clipboard, and says that it is there. */
export function CopyButton({ text, label }: Props) {
  const [copied, setCopied] = useState(false);
  return (
    <button type="button" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      {copied ? t('note.copied') : label}
    </button>
  );
}
