/** Names of authors in BibTeX: `van der Berg, Ada and {OpenAI}`. */
import { fromLatex, toLatex } from './latex';
import { nameOf, type PersonName, shownName } from './names';

/** All authors in one field. */
export function namesToBibtex(authors: string[]): string {
  return authors
    .map((author) => {
      const name = nameOf(author);
      if ('literal' in name) return `{${toLatex(name.literal)}}`;
      const family = toLatex([name.particle, name.family].filter(Boolean).join(' '));
      return [family, name.suffix && toLatex(name.suffix), name.given && toLatex(name.given)]
        .filter(Boolean)
        .join(', ');
    })
    .join(' and ');
}

/** The authors of a field, as people write them. */
export function namesInBibtex(field: string): string[] {
  return splitOutside(field.replace(/\s+/g, ' ').trim(), / and /i)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'others')
    .map(nameInBibtex);
}

function nameInBibtex(written: string): string {
  const parts = splitOutside(written, /,/).map((part) => fromLatex(part.trim()));
  const [family = '', second, third] = parts;
  if (parts.length === 1 || !family) return fromLatex(written);
  const name: PersonName = third === undefined ? { family, given: second } : { family, suffix: second, given: third };
  return shownName(name).trim();
}

/** The parts of a text between separators that stand in no braces. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  const sign = new RegExp(`\\\\.|[{}]|${separator.source}`, `g${separator.flags}`);
  for (const match of text.matchAll(sign)) {
    const [found] = match;
    if (found === '{') depth++;
    else if (found === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && !found.startsWith('\\')) {
      parts.push(text.slice(from, match.index));
      from = match.index + found.length;
    }
  }
  return [...parts, text.slice(from)];
}
