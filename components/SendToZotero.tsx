import { Send } from 'lucide-react';
import { useId, useState } from 'react';
import type { PaperId } from '../lib/paper';
import { services } from '../lib/services/client';
import { ServiceFailure } from '../lib/services/failure';
import { askFor } from '../lib/services/hosts';
import { t } from '../lib/text';
import type { Sent } from '../lib/zotero/send';
import { useAllowed } from './allowed';

interface Props {
  papers: PaperId[];
  /** Does it, and tells how it came out. */
  attempt(act: () => Promise<unknown>, done: { text: string }): Promise<unknown>;
  /** Writes what is still being typed. */
  flush?(): Promise<unknown>;
  /** There is no room for the reason; it is told on demand. */
  isSmall?: boolean;
}

/** Sends papers to Zotero. What was sent before is sent again only on a second press. */
export function SendToZotero({ papers, attempt, flush, isSmall = false }: Props) {
  const [isSending, setSending] = useState(false);
  /** The papers that were sent before: the next press is about them. */
  const [before, setBefore] = useState<PaperId[]>();
  const isAllowed = useAllowed('zotero');
  const again = before === papers || (before?.length === papers.length && before.every((id, i) => id === papers[i]));
  const id = useId();

  const send = async () => {
    const sending = { id: crypto.randomUUID(), papers, again };
    const done = { text: '' };
    setSending(true);
    await attempt(async () => {
      if (!isAllowed) services.sendWhenAllowed(sending).catch(() => {}); // What follows says what is wrong.
      // The browser must be asked right at the click.
      if (!(await askFor('zotero'))) throw new ServiceFailure('notAllowed');
      await flush?.();
      const sent = await services.sendToZotero(sending);
      done.text = toldOf(sent);
      setBefore(sent.before > 0 ? papers : undefined);
    }, done);
    setSending(false);
  };

  return (
    <>
      <button
        type="button"
        // Not disabled: it would lose the focus.
        aria-disabled={isSending}
        aria-describedby={isAllowed === false ? id : undefined}
        title={isSmall && isAllowed === false ? t('zotero.reason') : undefined}
        onClick={() => isSending || send()}
      >
        <Send aria-hidden size={13} />
        {t(isSending ? 'zotero.sending' : again ? 'zotero.sendAgain' : 'zotero.send')}
      </button>
      {isAllowed === false && (
        <span id={id} className={isSmall ? 'unseen' : 'hint'}>
          {t('zotero.reason')}
        </span>
      )}
    </>
  );
}

function toldOf({ sent, before, isUnsure }: Sent): string {
  return [
    sent > 0 && (isUnsure ? t('zotero.unsure') : t('zotero.sent', sent)),
    before > 0 && t('zotero.before', before),
  ]
    .filter(Boolean)
    .join(' ');
}
