import { type Library, libraryInputs } from './contract';
import { allDrafts, dropDraft } from './drafts';

/**
 * Takes what was typed and never arrived into the library: the tab was closed, or the background was killed.
 * Never rejects: a draft that cannot be taken in stays where it is.
 */
export async function recoverDrafts(library: Library): Promise<void> {
  for (const draft of await allDrafts().catch(cannotRecover)) {
    try {
      const note = libraryInputs.writeNote.parse(draft);
      await library.writeNote(note);
      await dropDraft(note.paper.id, note.text);
    } catch (error) {
      cannotRecover(error);
    }
  }
}

function cannotRecover(error: unknown): [] {
  console.error('Papergloss: a note that was being typed is still waiting to be saved.', error);
  return [];
}
