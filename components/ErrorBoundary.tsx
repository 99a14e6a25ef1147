import { Component, type ReactNode } from 'react';
import { CannotOpen } from './safety/CannotOpen';

/** When the library cannot even be read: says so, instead of an empty popup. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <CannotOpen error={this.state.error} /> : this.props.children;
  }
}
