/** Files, read beside the page. */
import type { FileRead } from './formats/whole-paper';

export interface FileToRead {
  file: Blob;
  name: string;
}

/** What the worker answers: some papers at a time, so that no message is long; the last with all that could not be read. */
export type FileAnswer = { papers: FileRead['papers'] } | { unreadable: FileRead['unreadable'] } | { error: string };

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
        resolve({ papers, unreadable: data.unreadable });
      }
    };
    worker.postMessage(file);
  });
