/** The library, as pages and popups call it. */
import { browser } from 'wxt/browser';
import type { Call, Library, Reply } from './contract';
import { LibraryFailure } from './failure';

export const client: Library = {
  find: (ids) => call('find', ids),
  sight: (papers) => call('sight', papers),
  save: (paper) => call('save', paper),
  remove: (id) => call('remove', id),
  restore: (id) => call('restore', id),
  restoreAll: (ids) => call('restoreAll', ids),
  writeNote: (note) => call('writeNote', note),
  saveAll: (papers) => call('saveAll', papers),
  removeAll: (ids) => call('removeAll', ids),
  mark: (marking) => call('mark', marking),
  markAll: (marking) => call('markAll', marking),
  tags: () => call('tags', undefined),
  highlight: (highlighting) => call('highlight', highlighting),
  removeHighlight: (id) => call('removeHighlight', id),
  restoreHighlight: (id) => call('restoreHighlight', id),
  near: (papers) => call('near', papers),
  triageOf: (list) => call('triageOf', list),
  seen: (list) => call('seen', list),
  hide: (papers) => call('hide', papers),
  unhide: (papers) => call('unhide', papers),
  forgetSeen: (days) => call('forgetSeen', days),
  merge: (papers) => call('merge', papers),
  split: (id) => call('split', id),
  keepApart: (papers) => call('keepApart', papers),
  askAgain: (papers) => call('askAgain', papers),
  importBatch: (batch) => call('importBatch', batch),
  endImport: (id) => call('endImport', id),
  undoImport: (id) => call('undoImport', id),
  emptyTrash: (until) => call('emptyTrash', until),
  repair: (finding) => call('repair', finding),
};

/** The browser stops the background when it likes, even between a call and its answer: then we call again. */
const attempts = 3;

type Answer<M extends keyof Library> = Awaited<ReturnType<Library[M]>>;

async function call<M extends keyof Library>(method: M, input: Parameters<Library[M]>[0]): Promise<Answer<M>> {
  const message: Call = { library: method, input };
  for (let attempt = 1; ; attempt++) {
    if (!isAlive()) throw new LibraryFailure('reload', 'The extension was updated.');
    try {
      const reply: Reply | undefined = await browser.runtime.sendMessage(message);
      if (!reply) throw new Error('The background did not answer.');
      if ('error' in reply) throw new LibraryFailure(reply.error.reason, reply.error.detail);
      return reply.value as Answer<M>;
    } catch (error) {
      if (error instanceof LibraryFailure) throw error;
      if (isAlive() && attempt >= attempts) throw new LibraryFailure('failed', String(error));
    }
  }
}

/** False once the extension was updated, reloaded or removed under an open page: nothing of it answers any more. */
export function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false; // Firefox throws where Chrome has nothing.
  }
}
