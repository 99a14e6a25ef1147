/** Files, read beside the page. */
import { problemWords } from './formats/problem-words';
import type { ProblemWords } from './formats/problems';
import type { FileRead } from './formats/whole-paper';

export interface FileToRead {
  file: Blob;
  name: string;
}

/** What is asked of the worker: it has no browser that could tell what problems are called. */
export type ReaderQuestion = FileToRead & { words: ProblemWords };

/** What the worker answers: some papers at a time, so that no message is long; the last with all that could not be read. */
export type FileAnswer = { papers: FileRead['papers'] } | { rest: Omit<FileRead, 'papers'> } | { error: string };

/** Reads a file of any format that is known; an aborted signal lets go of it. */
export type ReadFile = (file: FileToRead, signal: AbortSignal) => Promise<FileRead>;

export const readInWorker: ReadFile = (file, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./file-reader.worker.ts', import.meta.url), { type: 'module' });
    const papers: FileRead['papers'] = [];
    const end = () => worker.terminate();
    const fail = (error: unknown) => {
      end();
      reject(error);
    };
    signal.addEventListener('abort', () => fail(signal.reason));
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
      if ('papers' in data) papers.push(...data.papers);
      else if ('error' in data) fail(new Error(data.error));
      else {
        end();
        resolve({ papers, ...data.rest });
      }
    };
    const question: ReaderQuestion = { ...file, words: problemWords() };
    worker.postMessage(question);
  });
