/** Writes a file beside the page: a large library does not freeze it. */
import type { WriterAnswer, WriterQuestion } from './file-writer';
import { citationKeys } from './formats/citation-key';
import type { WholePaper } from './formats/whole-paper';
import { written } from './written';

const papers: WholePaper[] = [];
const library: WholePaper[] = [];

self.onmessage = ({ data }: MessageEvent<WriterQuestion>) => {
  const answer = (answer: WriterAnswer) => self.postMessage(answer);
  if ('papers' in data) {
    papers.push(...data.papers);
    return;
  }
  if ('named' in data) {
    library.push(...data.named);
    return;
  }
  try {
    const keys = library.length > 0 ? citationKeys(library) : undefined;
    answer({ file: written(data.format, { ...data, papers, keys }) });
  } catch (error) {
    answer({ error: String(error) });
  }
};
