/** The words of a text that tell what it is about. */
import { folded } from './fold';

/** A word as it is compared, and as it was written. */
export interface TellingWord {
  key: string;
  written: string;
}

const tokens = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that are written without spaces. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** In every text, whatever it is about; the last rows are of those on papers. */
const common = new Set(
  `a about above across after again against all allow allows almost along already also although among an and another any
  are around as at based be because become been before being below best better between both but by can cannot could did
  different do does done due during each either especially even every existing few first for four from further given
  good great had has have having he her here high him his how however i if in instead into is it its itself just key
  large less like low made make makes making many may might more moreover most much must need needs neither never new no
  nor not novel of often on once one only or other others our out over own per perform recent recently same several she
  should show shown shows significant significantly similar simple since small so some still strong such than that the
  their them then there therefore these they this those three through thus to together too towards two under until up
  upon us use used useful uses using various very via was way we well were what when where whether which while who whose
  why wide will with within without work works would yet you your
  achieve achieves address addressing analysis apply approach approaches challenge challenges challenging contribution
  demonstrate demonstrates develop effective effectively evaluate evaluation experiment experiments extensive framework
  important improve improved improvement improves include including introduce introduced introduces investigate method
  methods model models offer outperform outperforms paper papers performance present presents problem problems propose
  proposed proposes provide provides result results specifically state study studies system systems task tasks technique
  techniques code available data dataset datasets leverage leveraging enable enables demonstrating http https www com`
    .split(/\s+/)
    .flatMap((word) => [word, singular(word)]),
);

/** Reads the telling words of a text, in order, and as often as they are there. Of many texts, each word is read once. */
export function wordReader(): (text: string) => TellingWord[] {
  const known = new Map<string, TellingWord[]>();
  return (text) => {
    const words: TellingWord[] = [];
    for (const token of text.match(tokens) ?? []) {
      let those = known.get(token);
      if (!those) {
        those = wordsIn(token);
        known.set(token, those);
      }
      for (const word of those) words.push(word);
    }
    return words;
  };
}

/** Usually one or none. Without spaces, where a word ends only a dictionary says; two neighbours are the next best. */
function wordsIn(token: string): TellingWord[] {
  if (unspaced.test(token)) {
    const letters = [...token];
    const pairs = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
    return pairs.map((pair) => ({ key: folded(pair), written: pair }));
  }
  if (!isTelling(token)) return [];
  const key = singular(folded(token));
  return common.has(key) ? [] : [{ key, written: shown(token) }];
}

/** Two letters are a word in capitals only, such as `RL`; a number alone tells nothing. */
function isTelling(written: string): boolean {
  if (!/\p{L}/u.test(written)) return false;
  return written.length > 2 || (written.length === 2 && written === written.toUpperCase() && /^\p{Lu}/u.test(written));
}

/** `networks` is `network`; `bias`, `corpus` and `class` end in their own `s`. */
function singular(word: string): string {
  return word.length > 4 && /[^siua]s$/.test(word) ? word.slice(0, -1) : word;
}

/** A capital at the beginning is that of its sentence; others belong to the word: `BERT`, `LoRA`. */
function shown(written: string): string {
  const [first = '', ...rest] = written;
  const others = rest.join('');
  return others === others.toLowerCase() ? first.toLowerCase() + others : written;
}
