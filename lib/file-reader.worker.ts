/** Reads a file beside the page: 50 MB do not freeze it, and a file made to hang is let go of. */
import type { FileAnswer, ReaderQuestion } from './file-reader';
import { readFile } from './formats/detect';
import { UnreadableFile } from './formats/problems';

/** Papers in one message. */
const atOnce = 200;

self.onmessage = async ({ data: { file, name, words } }: MessageEvent<ReaderQuestion>) => {
  const answer = (answer: FileAnswer) => self.postMessage(answer);
  try {
    const { papers, ...rest } = readFile(new Uint8Array(await file.arrayBuffer()), name, { words });
    for (let i = 0; i < papers.length; i += atOnce) answer({ papers: papers.slice(i, i + atOnce) });
    answer({ rest });
  } catch (error) {
    // Of those that are for the user, only the text.
    answer({ error: error instanceof UnreadableFile ? error.message : String(error) });
  }
};
