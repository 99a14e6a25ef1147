/** Why a call failed, in the terms in which the user can do something about it. */
export type FailureReason = 'reload' | 'full' | 'closed' | 'refused' | 'failed';

/** A call that did not succeed. Nothing of it was written. */
export class LibraryFailure extends Error {
  constructor(
    readonly reason: FailureReason,
    detail: string,
  ) {
    super(detail);
    this.name = 'LibraryFailure';
  }
}
