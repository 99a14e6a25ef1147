/** Libraries to measure with: the same papers each time, as many as one likes. */
import type { Paper } from '../../lib/paper.ts';

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What abstracts say most, in the order of how often they say it. */
const common =
  'the of and to in a we for that is on with this are by as our an be model data learning from method can which models based show training propose using performance language neural results network approach tasks methods large state deep information networks between framework problem task time than algorithm paper image work more analysis system novel both these such have representation study new has graph different existing however quality features two achieve been attention generation human knowledge not multiple domain its proposed evaluation transformer high or level efficient while demonstrate it how into space reasoning real datasets several across optimization experiments used local process structure semantic prediction design dynamic it first accuracy further complex improve specific without policy reinforcement video detection function context input visual user control through set provide all number potential one distribution challenges significant available sampling bound convergence diffusion retrieval quantum estimation inference segmentation classification clustering margin annotation'.split(
    ' ',
  );

const others = [
  'und der die das von mit für eine Verfahren Ränder Lernen Netze Analyse über Größe Übersetzung Müdigkeit',
  'le la les des une pour réseau modèle apprentissage données étude méthode élèves façon œuvre naïve',
  '深度 学习 模型 方法 数据 网络 训练 语言 图像 研究 算法 结果 问题 优化 注释 边缘',
  '機械 学習 モデル 手法 データ 画像 言語 研究 結果 注釈 余白 実験 評価 提案',
].map((words) => words.split(' '));

const syllables =
  'ba be co da de di en er fa ge ha in ka la li lo ma me mi mo na ne no or pa pe ra re ri ro sa se si so ta te ti to tra ul va ve vi xi zo'.split(
    ' ',
  );

const venues = [
  'NeurIPS',
  'ICML',
  'ICLR',
  'ACL',
  'EMNLP',
  'CVPR',
  'Nature',
  'Science',
  'JMLR',
  'PLOS ONE',
  'TACL',
  'KDD',
];
const sites = [
  ['arXiv', 'https://arxiv.org/list/cs.LG/new'],
  ['Hugging Face', 'https://huggingface.co/papers'],
  ['PubMed', 'https://pubmed.ncbi.nlm.nih.gov/?term=margins'],
  ['Semantic Scholar', 'https://www.semanticscholar.org/search?q=margins'],
  ['OpenReview', 'https://openreview.net/group?id=ICLR.cc'],
] as const;
const tags = [
  'to cite',
  'thesis',
  'baseline',
  'survey',
  'reading group',
  'graph neural networks',
  '図表',
  'Übersicht',
  'proofs',
  'code',
];

/** One seeded paper, and what the user says of it. */
export interface Seeded {
  paper: Paper;
  note?: string;
  tags?: string[];
  status?: 'toRead' | 'reading' | 'read' | 'dropped';
  rating?: 1 | 2 | 3 | 4 | 5;
}

/** `count` papers, each by its number: a larger library has all that a smaller one has. */
export function* seededPapers(count: number): Generator<Seeded> {
  const words = vocabulary();
  for (let n = 0; n < count; n++) yield seeded(n, words);
}

/** Five thousand words, the most frequent first. */
function vocabulary(): string[] {
  const random = randomFrom(7);
  const words = new Set(common);
  while (words.size < 5000) {
    const length = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join(''));
  }
  return [...words];
}

/** So many people write; of all that they write, those before this rank do not write much more than it does. */
const [people, prolific] = [400_000, 100];

/** A name, by a number from 0 to 1: few have hundreds of papers, and most have one. */
function author(x: number): string {
  const rank = Math.floor(prolific * ((people / prolific + 1) ** x - 1));
  const random = randomFrom(rank + 1);
  const [first, last] = [0, 1].map(() =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    ),
  );
  return `${first?.[0]?.toUpperCase()}${first?.slice(1)} ${last?.[0]?.toUpperCase()}${last?.slice(1)}`;
}

function seeded(n: number, words: string[]): Seeded {
  const random = randomFrom(n + 1);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  // Zipf: the word of rank r comes as often as 1/r.
  const word = () => words[Math.floor(words.length ** random()) - 1] ?? 'the';
  const foreign = random() < 0.1 ? pick(others) : undefined;
  const isUnspaced = foreign !== undefined && /\p{Script=Han}/u.test(foreign.join(''));
  const text = (length: number) =>
    Array.from({ length }, () => (foreign && random() < 0.6 ? pick(foreign) : word())).join(isUnspaced ? '' : ' ');
  const month = 1 + Math.floor(random() * 12);
  const year = 2008 + Math.floor(18 * Math.sqrt(random()));
  const number = `${String(year % 100).padStart(2, '0')}${String(month).padStart(2, '0')}.${String(n % 100_000).padStart(5, '0')}`;
  const [site, url] = pick(sites);
  const paper: Paper = {
    id: `arxiv:${number}`,
    title: `${text(6 + Math.floor(random() * 6))} ${n}`.replace(/^./, (first) => first.toUpperCase()),
    authors: Array.from({ length: 1 + Math.floor(random() * 6) }, () => author(random())),
    abstract: Array.from({ length: 8 }, () => `${text(10 + Math.floor(random() * 16))}.`).join(' '),
    published: `${year}-${String(month).padStart(2, '0')}-11`,
    subjects: ['cs.LG'],
    seen: { site, url, list: 'New', position: 1 + (n % 50) },
    ...(random() < 0.4 && { venue: `${pick(venues)} ${year}` }),
  };
  return {
    paper,
    ...(random() < 0.1 && { note: text(20) }),
    ...(random() < 0.2 && { tags: [pick(tags), ...(random() < 0.3 ? [`${word()} ${word()}`] : [])] }),
    ...(random() < 0.3 && { status: pick(['toRead', 'reading', 'read', 'dropped'] as const) }),
    ...(random() < 0.15 && { rating: pick([1, 2, 3, 4, 5] as const) }),
  };
}
