/** The text of a file, in whatever encoding it is. */
import { NothingRead, type Problem } from './problems';

export interface Decoded {
  text: string;
  warnings: Problem[];
}

/** UTF-8, UTF-16 where it says so or looks so, and else Latin-1, which says something of every byte. */
export function decoded(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new NothingRead('empty');
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), warnings: [] };
  const text = utf8(bytes);
  return text === undefined ? notUtf8(bytes) : { text, warnings: [] };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // It throws for one reason only: the bytes are no UTF-8.
    return undefined;
  }
}

/** Not one byte in this many is wrong in a text that is UTF-8 but for an accident. */
const rare = 1000;

/** A file that was cut off or damaged stays UTF-8; another one was never. */
function notUtf8(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.split('\ufffd').length - 1;
  const isUtf8 = wrong * rare < bytes.length || (wrong === 1 && text.endsWith('\ufffd'));
  if (isUtf8) return { text, warnings: [{ problem: 'lossy' }] };
  return { text: new TextDecoder('windows-1252').decode(bytes), warnings: [{ problem: 'latin1' }] };
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return undefined;
}
