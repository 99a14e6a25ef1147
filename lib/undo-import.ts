import type { Library } from './library/contract';

/** Undoes a whole import, part by part: the background is never busy for long. */
export async function undoWhole(library: Pick<Library, 'undoImport'>, id: string): Promise<void> {
  while (!(await library.undoImport(id)).isDone);
}
