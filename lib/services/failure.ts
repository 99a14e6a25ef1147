/** Why somebody whom the user wanted to be asked did not help, in the terms in which the user can do something. */
export type ServiceProblem =
  /** The browser was not asked, or the user said no. */
  | 'notAllowed'
  /** Nobody answers: offline, or a service that is down. */
  | 'noAnswer'
  /** It wants to be asked later, and not so much. */
  | 'busy'
  /** It answers with an error. */
  | 'refused'
  /** It answers something that nobody can read. */
  | 'unreadable'
  | 'zoteroNotRunning'
  /** Something answers at Zotero's port, but it is not Zotero. */
  | 'notZotero'
  /** The library that is selected in Zotero takes nothing. */
  | 'zoteroReadOnly'
  | 'zoteroRefused'
  /** Zotero tells other programs nothing, as long as its user has not allowed it. */
  | 'zoteroApiOff'
  /** Another list of papers is being completed. */
  | 'taken'
  /** It is our own fault, or that of the disk. */
  | 'failed';

export class ServiceFailure extends Error {
  constructor(
    readonly problem: ServiceProblem,
    detail = '',
  ) {
    super(detail);
    this.name = 'ServiceFailure';
  }
}
