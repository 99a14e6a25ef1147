/** Files, written beside the page. */
import { exportWords } from './export-words';
import type { WholePaper } from './formats/whole-paper';
import type { Writing } from './written';

/**
 * What is asked of the worker: papers, some at a time, and then the file. Where these are a part of the library, before
 * that what all papers are `named` by, so that each has the same citation key in every file.
 */
export type WriterQuestion = { papers: WholePaper[] } | { named: WholePaper[] } | Writing;

/** What it answers. */
export type WriterAnswer = { file: Blob } | { error: string };

export interface FileToWrite extends Omit<Writing, 'words'> {
  papers: AsyncIterable<WholePaper[]>;
  named?: AsyncIterable<WholePaper[]> | undefined;
  onProgress(papers: number): void;
}

export type WriteFile = (file: FileToWrite, signal: AbortSignal) => Promise<Blob>;

export const writeInWorker: WriteFile = async ({ papers, named, onProgress, ...writing }, signal) => {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./file-writer.worker.ts', import.meta.url), { type: 'module' });
  const ask = (question: WriterQuestion) => worker.postMessage(question);
  const answer = new Promise<Blob>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<WriterAnswer>) => {
      if ('file' in data) resolve(data.file);
      else reject(new Error(data.error));
    };
  });
  // Until it is awaited, below, nobody hears of it.
  answer.catch(() => {});
  try {
    let done = 0;
    for await (const batch of papers) {
      signal.throwIfAborted();
      ask({ papers: batch });
      done += batch.length;
      onProgress(done);
    }
    for await (const batch of named ?? []) {
      signal.throwIfAborted();
      ask({ named: batch });
    }
    ask({ ...writing, words: exportWords(done) });
    return await answer;
  } finally {
    worker.terminate();
  }
};
