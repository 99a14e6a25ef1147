/** Text to LaTeX and back. Mathematics between `$` stays as it is, in both directions. */
import { accents, escapes, letters, looks } from './latex-letters';

/** As Pandoc finds it: no space inside of the signs, no digit behind them. */
const math = /\$(?![\s$])[^$]{0,2000}?(?<![\s\\])\$(?!\d)/g;

/** A text as LaTeX, UTF-8 letters as they are. */
export function toLatex(text: string): string {
  return mathAndText(text, escaped);
}

/** A title as LaTeX, its capitals in braces where a style may not make them small. */
export function titleToLatex(title: string): string {
  const isNamesOnly = namesOnly(title);
  const isFirst = { word: true };
  return mathAndText(title, (text) =>
    text
      .split(/(\s+)/)
      .map((word) => {
        if (!/\S/.test(word)) return escaped(word);
        const isProtected =
          /(?<=.)\p{Lu}/su.test(word) || (!isFirst.word && isNamesOnly && /^\P{L}*\p{Lu}/u.test(word));
        isFirst.word = false;
        return isProtected ? `{${escaped(word)}}` : escaped(word);
      })
      .join(''),
  );
}

/** A text of several lines: a paragraph is one, and lines stay lines. */
export function linesToLatex(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => toLatex(line).replace(/^ +| {2,}/g, stayingSpaces))
        .join('\\\\\n'),
    )
    .join('\n\\par\n');
}

/** TeX makes one space of many, and none at the beginning of a line. */
function stayingSpaces(spaces: string, at: number): string {
  return at === 0 ? '~'.repeat(spaces.length) : ` ${'~'.repeat(spaces.length - 1)}`;
}

/** In most titles only names have capitals: then all of them are to be kept. */
function namesOnly(title: string): boolean {
  const words = title
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^\p{L}{4}/u.test(word));
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 < words.length;
}

/** Mathematics as it is, and all else as `write` writes it. */
export function mathAndText(text: string, write: (text: string) => string): string {
  let written = '';
  let end = 0;
  for (const match of text.matchAll(math)) {
    if (!isBalanced(match[0]) || / {2}|[\n\t]/.test(match[0]) || text.charAt(match.index - 1) === '\\') continue;
    written += write(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return written + write(text.slice(end));
}

function escaped(text: string): string {
  return (
    text
      .replace(/[\\{}~^&%$#_<>|]/g, (sign) => escapes[sign] ?? sign)
      // These would be other signs together.
      .replace(/-(?=-)|`(?=`)|'(?=')|,(?=,)|[?!](?=`)/g, '$&{}')
      .replace(/\u00a0/g, '~')
  );
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** One piece of LaTeX: mathematics, a command, an accent, an escaped sign, signs that are one together, space. */
const piece =
  /\$\$(?:[^$\\]|\\[\s\S]){1,5000}\$\$|\$(?:[^$\\]|\\[\s\S]){1,5000}\$|\\([a-zA-Z]+)[ \t]*\n?[ \t]*|\\([`'^~=."])\s*|\\(\\|[\s\S])|---?|``|''|[?!]`|~|[{}]|[ \t\r\n]+/y;
const plainRun = /[^$\\`'?!~{}\-\s]+/y;

/**
 * The text of a field. Space is one space, a blank line or `\par` a paragraph, `\\` a line. One pass, and no nesting.
 */
export function fromLatex(latex: string): string {
  if (!/[\\{}$~`'\-\s]/.test(latex)) return latex;
  let text = '';
  /** An accent that waits for its letter. */
  let accent = '';
  const add = (part: string) => {
    if (accent === '' || part === '') text += part;
    else {
      const [letter = ''] = part;
      const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
      text += (base + accent).normalize('NFC') + part.slice(letter.length);
      accent = '';
    }
  };
  for (let at = 0; at < latex.length; ) {
    plainRun.lastIndex = at;
    const run = plainRun.exec(latex)?.[0];
    if (run !== undefined) {
      add(run);
      at += run.length;
      continue;
    }
    piece.lastIndex = at;
    const match = piece.exec(latex);
    if (!match) {
      add(latex.charAt(at));
      at++;
      continue;
    }
    at = piece.lastIndex;
    const [all, command, mark, sign] = match;
    if (command !== undefined) {
      // After a word the space belongs to the command, and so do braces that are empty.
      if (latex.startsWith('{}', at)) at += 2;
      const isAccent =
        command.length === 1 && Object.hasOwn(accents, command) && /^\s*[{a-zA-Z\\]/.test(latex.slice(at, at + 8));
      if (isAccent) accent = accents[command] ?? '';
      else if (Object.hasOwn(letters, command)) add(letters[command] ?? '');
      else if (!looks.has(command)) add(`\\${command}${/\s$/.test(all) ? ' ' : ''}`);
    } else if (mark !== undefined) accent = accents[mark] ?? '';
    else if (sign !== undefined) add(signOf(sign));
    else if (all === '{' || all === '}') {
      if (all === '}' && accent) add('\u25cc');
    } else add(isSpace(all) ? spaceOf(all) : (ligatures[all] ?? all));
  }
  return tidied(text + (accent && `\u25cc${accent}`));
}

const ligatures: Record<string, string> = {
  '--': '–',
  '---': '—',
  '``': '“',
  "''": '”',
  '?`': '¿',
  '!`': '¡',
  '~': '\u00a0',
};

function isSpace(piece: string): boolean {
  return /^\s/.test(piece);
}

function spaceOf(space: string): string {
  return /\n[ \t]*\r?\n/.test(space) ? '\n\n' : ' ';
}

function signOf(sign: string): string {
  if (sign === '\\') return '\n';
  if (/[\s,;:]/.test(sign)) return ' ';
  return /[-/!*]/.test(sign) ? '' : sign;
}

/** No space at the ends of lines, and where a line began in the file. Those that were written to stay, stay. */
function tidied(text: string): string {
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\u00a0/g, ' ')
    .trim();
}
