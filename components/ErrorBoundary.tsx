import { Component, type ReactNode } from 'react';
import { t } from '../lib/text';

/** When the library cannot even be read: says so, instead of an empty popup. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <p className="empty failure" role="alert">
        {t('error.open', [this.state.error.message])}
      </p>
    );
  }
}
