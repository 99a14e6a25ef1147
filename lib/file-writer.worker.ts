/** Writes a file beside the page: a large library does not freeze it. */
import type { WriterAnswer, WriterQuestion } from './file-writer';
import type { WholePaper } from './formats/whole-paper';
import { written } from './written';

const papers: WholePaper[] = [];

self.onmessage = ({ data }: MessageEvent<WriterQuestion>) => {
  const answer = (answer: WriterAnswer) => self.postMessage(answer);
  if ('papers' in data) {
    papers.push(...data.papers);
    return;
  }
  try {
    answer({ file: written(papers, data) });
  } catch (error) {
    answer({ error: String(error) });
  }
};
