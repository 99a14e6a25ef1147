import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../../../lib/text';

interface Props {
  title: string;
  /** Something is going on that Escape must not leave. */
  isBusy?: boolean;
  close(): void;
  children: ReactNode;
}

/** A window over the page, which has the keyboard until it is closed. */
export function Dialog({ title, isBusy = false, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      className="exchange"
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return; // A file was not chosen after all.
        event.preventDefault();
        if (!isBusy) close();
      }}
      // Browsers let nobody keep a window open against a second Escape.
      onClose={() => (isBusy ? dialog.current?.showModal() : close())}
    >
      <div className="head">
        <h2 id={id}>{title}</h2>
        {!isBusy && (
          <button type="button" aria-label={t('exchange.close')} title={t('exchange.close')} onClick={close}>
            <X aria-hidden size={16} />
          </button>
        )}
      </div>
      <div className="body">{children}</div>
    </dialog>
  );
}
