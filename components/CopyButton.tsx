import { type ReactNode, useState } from 'react';
import { t } from '../lib/text';

interface Props {
  text: string;
  label: string;
  icon?: ReactNode;
}

/** Puts a text on the clipboard, and says that it is there. */
export function CopyButton({ text, label, icon }: Props) {
  const [copied, setCopied] = useState(false);
  return (
    <button type="button" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      {icon}
      {copied ? t('note.copied') : label}
    </button>
  );
}
