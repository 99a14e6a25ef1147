/** Letters in the styles of mathematics, as characters of their own: browsers go by these, and by `mathvariant` no more. */

/** First code points of A–Z, a–z, 0–9, Α–Ω and α–ω in each style; 0 where Unicode has none. */
const styles: Record<string, [number, number, number, number, number]> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2],
  italic: [0x1d434, 0x1d44e, 0, 0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d468, 0x1d482, 0, 0x1d71c, 0x1d736],
  script: [0x1d49c, 0x1d4b6, 0, 0, 0],
  fraktur: [0x1d504, 0x1d51e, 0, 0, 0],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8, 0, 0],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2, 0, 0],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec, 0x1d756, 0x1d770],
  'sans-serif-italic': [0x1d608, 0x1d622, 0, 0, 0],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6, 0, 0],
};

/** Those that Unicode had before it had the others. */
const older: Record<string, string> = {
  italic: 'hℎ',
  script: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ',
  fraktur: 'CℭHℌIℑRℜZℨ',
  'double-struck': 'CℂHℍNℕPℙQℚRℝZℤ',
};

const starts = ['A', 'a', '0', 'Α', 'α'].map((first) => first.charCodeAt(0));
const lengths = [26, 26, 10, 25, 25];

/** `E` in `double-struck` is `𝔼`; `undefined` for a style, or a character, that has no such letters. */
export function mathLetters(text: string, style: string): string | undefined {
  const letters = [...text].map((letter) => mathLetter(letter, style));
  return letters.includes(undefined) ? undefined : letters.join('');
}

function mathLetter(letter: string, style: string): string | undefined {
  const old = older[style]?.indexOf(letter) ?? -1;
  if (old >= 0) return older[style]?.[old + 1];
  const code = letter.charCodeAt(0);
  const alphabet = starts.findIndex((start, n) => code >= start && code < start + (lengths[n] ?? 0));
  const first = styles[style]?.[alphabet];
  return first ? String.fromCodePoint(first + code - (starts[alphabet] ?? 0)) : undefined;
}
