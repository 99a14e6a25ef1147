/** The services, as the pages of the extension call them. */
import { call } from './call';
import type { Services } from './contract';

export const services: Services = {
  sendToZotero: (sending) => call('sendToZotero', sending),
  sendWhenAllowed: (sending) => call('sendWhenAllowed', sending),
  inZotero: (ids) => call('inZotero', ids),
  lookInZotero: () => call('lookInZotero', undefined),
  startCompletion: (task) => call('startCompletion', task),
  goOnCompleting: () => call('goOnCompleting', undefined),
  retryCompletion: (id) => call('retryCompletion', id),
  stopCompletion: (id) => call('stopCompletion', id),
  dropCompletion: (id) => call('dropCompletion', id),
  applyCompletion: (chosen) => call('applyCompletion', chosen),
  undoCompletion: (made) => call('undoCompletion', made),
  clearRequests: () => call('clearRequests', undefined),
};
