/** Names of files that every system takes: Windows is the strictest, and Obsidian has signs of its own. */
import { folded } from '../fold';

const forbidden = /[\\/:*?"<>|#^[\]%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** File systems count bytes: 255, and there is an extension, and something that makes it unique. */
const maxBytes = 150;

/** A title as the name of a file, without an extension. Empty where nothing of it may be one. */
export function fileNameOf(title: string): string {
  const bare = cut(
    title
      .normalize('NFC')
      .replace(forbidden, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[.\s~-]+/, ''),
  );
  const name = bare.replace(/[.\s]+$/, '');
  return devices.test(name) ? `_${name}` : name;
}

/** Gives out names, none twice: also not for systems that do not tell capitals. */
export class FileNames {
  #taken = new Set<string>();

  /** The name for a title; where that is taken, with `extra` behind it, which only this paper has. */
  take(title: string, extra: string): string {
    const names = [fileNameOf(title), fileNameOf(`${fileNameOf(title)} (${extra})`), fileNameOf(extra)];
    let name = names.find((each) => each !== '' && !this.#taken.has(folded(each))) ?? fileNameOf(extra);
    for (let count = 2; this.#taken.has(folded(name)) || name === ''; count++)
      name = `${fileNameOf(extra) || 'paper'} ${count}`;
    this.#taken.add(folded(name));
    return name;
  }
}

function cut(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const letter of text) {
    bytes += new TextEncoder().encode(letter).length;
    if (bytes > maxBytes) return kept;
    kept += letter;
  }
  return kept;
}
