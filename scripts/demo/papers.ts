/** Invented papers: nobody wrote them, and arXiv will not number one so high. */
export interface DemoPaper {
  id: string;
  title: string;
  authors: string[];
  organization?: string;
  abstract: string;
  upvotes: number;
  comments: number;
  /** The hue of the cover, in degrees. */
  hue: number;
}

export const day = '2026-11-20';

export const papers: DemoPaper[] = [
  {
    id: '2611.90001',
    title: 'Margins Matter: What Readers Write Beside a Paper, and When They Find It Again',
    authors: ['Ada Lindqvist', 'Tomás Herrera', 'Nkechi Obi'],
    organization: 'Institute for Reading',
    abstract: 'We follow 212 readers through a year of daily lists. Half of what they note is never found again.',
    upvotes: 184,
    comments: 12,
    hue: 245,
  },
  {
    id: '2611.90002',
    title: 'Slow Gradients: Training Large Models at a Tenth of the Power',
    authors: ['Mei-Ling Zhou', 'Oskar Brandt'],
    abstract:
      'A schedule that waits for cheap electricity loses two percent of accuracy and saves nine tenths of power.',
    upvotes: 142,
    comments: 7,
    hue: 160,
  },
  {
    id: '2611.90003',
    title: 'The Forgetful Librarian: Retrieval That Knows What It Has Lost',
    authors: ['Ravi Menon', 'Élodie Garnier', 'Søren Kjær', 'Hana Kimura'],
    organization: 'Aurora Lab',
    abstract:
      'An index that keeps a trace of what it dropped can say "I had this once" instead of making something up.',
    upvotes: 97,
    comments: 4,
    hue: 20,
  },
  {
    id: '2611.90004',
    title: 'Cartographer: Drawing Maps of Two Million Abstracts on One Laptop',
    authors: ['Ines Duarte', 'Kofi Mensah'],
    abstract: 'A layout in linear time, and labels that a person would choose.',
    upvotes: 88,
    comments: 9,
    hue: 200,
  },
  {
    id: '2611.90005',
    title: 'TinyWitness: Small Models That Say Where They Got It',
    authors: ['Farah Nasser', 'Jun Watanabe', 'Lucía Prieto'],
    organization: 'Open Footnote',
    abstract: 'Three hundred million parameters suffice to answer with a page number.',
    upvotes: 61,
    comments: 3,
    hue: 95,
  },
  {
    id: '2611.90006',
    title: 'Half a Reviewer: What Language Models Notice in a Manuscript, and What They Do Not',
    authors: ['Owen Blake', 'Yuki Tanabe'],
    organization: 'Second Look',
    abstract: 'They find the missing ablation and miss the wrong sign.',
    upvotes: 38,
    comments: 16,
    hue: 40,
  },
  {
    id: '2611.90007',
    title: 'Two Windows, One Truth: Keeping Tabs in Step Without a Server',
    authors: ['Bartosz Nowak', 'Amelie Roth'],
    abstract: 'Say what changed, never how; let everybody ask again. A protocol in four messages.',
    upvotes: 54,
    comments: 2,
    hue: 275,
  },
  {
    id: '2611.90008',
    title: 'Reading in the Dark: Contrast, Fatigue and Recall in Night-Time Literature Search',
    authors: ['Sofia Petrova', 'Ali Demir', 'Grace Otieno'],
    abstract: 'Dark pages do not tire less, but their readers stay forty minutes longer.',
    upvotes: 43,
    comments: 5,
    hue: 215,
  },
  {
    id: '2611.90009',
    title: 'On the $\\sqrt{n}$ Behaviour of Reading Lists: A Short Proof That They Never Get Shorter',
    authors: ['Peter Vogel'],
    abstract: 'Under mild assumptions about curiosity, every reading list grows without bound.',
    upvotes: 31,
    comments: 21,
    hue: 330,
  },
];
