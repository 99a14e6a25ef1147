/** Texts made to be slow to read. */
import { expect, test } from 'vitest';
import { identifiersIn } from '../../lib/identifiers/text';
import { arxivId, doiId, identifierOf, webId } from '../../lib/identity';

const runs = [
  ...`1 . / - ( ) [ ]() <1: > % %25 a A é _ * 1. a. a- a/ -1 (1 1) 10. 10.1000. 10.1000/ 10.1000/( 10.1000/a) ,10.1000/
    a.b/ a.bc/( https:// https://a( https://a.bc/10.1000/ arXiv: arXiv:a- arXiv:2401. hep-th/ hep-th/9901001 pmid:0 PMC1
    doi: index.html/ /index.htm www. 2020.acl-main. P18- conf/ content/html/ _paper v1 S0 10.1101/1v1. /10.1000 .pdf
    ,.;`.split(/\s+/),
  ...[' ', '\t', '\u00a0', '\ud800', 'arXiv ', 'PMID ', 'pmcid pmc', 'doi: 10.1000'],
];

const starts = `arXiv: math. doi: 10.1000/ 10.1101/1 10.48550/arxiv. web:a.b dblp:conf/ cvf:content acl:2020.
  https://arxiv.org/abs/ https://doi.org/10.1000/ https://a.example/ https://a.example/10.1000 https://a.
  https://dblp.org/rec/conf/ https://openaccess.thecvf.com/content https://www.nature.com/articles/a
  https://aclanthology.org/ https://proceedings.neurips.cc/paper/2020/hash/ https://europepmc.org/article/
  https://www.biorxiv.org/content/10.1101/1 https://www.sciencedirect.com/pii/ https://openreview.net/forum?id=
  https://a.example/?id=10.1000/ https://proceedings.mlr.press/v1/`.split(/\s+/);

/**
 * 100,000² is 10 thousand million steps: if the time grew with the square of the length, these 25 readings would take
 * minutes, and run into the limit.
 */
test.each(runs)('100 kB of %j', { timeout: 30_000 }, (run) => {
  const long = run.repeat(100_000 / run.length);
  // Longer ones are no identifiers, and not looked at.
  const longest = run.repeat(3900 / run.length);
  for (const start of ['', ...starts]) {
    for (const text of [start + long, `${start + long}!`, start + longest, `${start + longest}!`]) {
      identifierOf(text);
      arxivId(text);
      doiId(text);
      webId(text);
    }
    identifiersIn(start + long);
  }
});

test('and what stands behind them is found', () => {
  for (const run of runs) {
    const text = `${run.repeat(10_000 / run.length)} \n https://arxiv.org/abs/2401.12345`;
    expect(identifiersIn(text).at(-1)?.identifier.id).toBe('arxiv:2401.12345');
  }
});
