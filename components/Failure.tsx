import { LibraryFailure } from '../lib/library/failure';
import { ServiceFailure } from '../lib/services/failure';
import { t } from '../lib/text';

/** Says what went wrong and what to do about it. */
export function Failure({ error }: { error: unknown }) {
  return (
    <span className="failure" role="alert">
      {messageOf(error)}
    </span>
  );
}

/** The same, where it is said otherwise. */
export function messageOf(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof ServiceFailure) return t(`services.problem.${error.problem}`, [detail]);
  if (!(error instanceof LibraryFailure)) return t('error.failed', [detail]);
  if (error.reason === 'reload') return t('error.reload');
  if (error.reason === 'full') return t('error.full');
  if (error.reason === 'closed') return t('error.closed');
  return t(error.reason === 'refused' ? 'error.refused' : 'error.failed', [detail]);
}
