/**
 * What a note says, read as Markdown: a tree of tokens, never HTML. It reads CommonMark but for what would hide a word
 * that somebody typed (HTML, entities and definitions are text), with addresses as links, and `$…$` as mathematics.
 */
import { Hooks, Lexer, Tokenizer, type Tokens } from 'marked';
import { asTyped, type Maths, type Piece, paragraph } from './note-pieces';

/** Quotations, lists, emphasis and links within each other; what is deeper is text. The parser would overflow. */
const deepest = 12;

/** Runs of `*` and `_` in one paragraph; where there are more, none is emphasis. Pairing them takes their number times the length. */
const mostDelimiters = 200;

/** Ends before what closes a sentence or a quotation in any script. */
const address = String.raw`https?:\/\/[a-z0-9][^\s<>[\]\\\`|"“”„«»「」『』《》、。，；：！？（）]*`;

/** `$5 and $6` is none: a formula touches its dollars, and no digit follows. */
const maths = String.raw`\$\$(?:\\[^]|[^\\$])+\$\$|\$(?![\s$])(?:\\.|[^\\$\n])+(?<!\s)\$(?!\d)`;

const addressHere = new RegExp(`^${address}`, 'i');
const mathsHere = new RegExp(`^(?:${maths})`);
const mathsBlockHere = /^ {0,3}(\$\$(?:\\.|[^\\$\n]|\\?\n(?![ \t]*\n))+\$\$)[ \t]*(?:\n+|$)/;
const opaque = new RegExp(`(?<![a-z0-9$])(?:${maths})|${address}`, 'gi');
/** Up to where something else may begin. */
const plainText = /^(?:`+|[^`])[\s\S]*?(?=[\\<![`*$]|\b_|https?:\/\/|$)/i;
const never = /^(?!)/;

/** Reads a note. Its length is for lib/note-reader.ts to bound. */
export function piecesOf(note: string): Piece[] {
  try {
    return read(note);
  } catch (error) {
    // A surprise in the parser must not take the note from its reader.
    console.warn('Papergloss could not read the Markdown of a note.', error);
    return [paragraph(note)];
  }
}

function read(note: string): Piece[] {
  const tokenizer = new NoteTokenizer();
  const extensions = { renderers: {}, childTokens: {}, inline: [mathsAt], block: [mathsBlockAt] };
  const lexer = new Lexer({ gfm: false, tokenizer, hooks, extensions });
  const { rules } = tokenizer;
  tokenizer.rules = { ...rules, inline: { ...rules.inline, tag: never } };
  return lexer.lex(note) as Piece[];
}

class NoteTokenizer extends Tokenizer {
  #depth = 0;

  override blockquote(src: string) {
    return this.#within(() => super.blockquote(src));
  }

  override list(src: string) {
    // “2019. A good year.” is no list.
    return /^ {0,3}\d{4}/.test(src) ? undefined : this.#within(() => super.list(src));
  }

  override emStrong(src: string, maskedSrc: string, prevChar?: string) {
    return this.#within(() => super.emStrong(src, maskedSrc, prevChar));
  }

  override link(src: string) {
    return this.#within(() => super.link(src));
  }

  override url(src: string): Tokens.Link | undefined {
    const [found] = addressHere.exec(src) ?? [];
    if (!found) return undefined;
    const raw = withoutEnd(found);
    return { type: 'link', raw, href: raw, text: raw, tokens: [asTyped(raw)] };
  }

  override inlineText(src: string) {
    const [found] = plainText.exec(src) ?? [];
    return found ? asTyped(found) : undefined;
  }

  override html() {
    return undefined;
  }

  override tag() {
    return undefined;
  }

  override def() {
    return undefined;
  }

  override reflink() {
    return undefined;
  }

  /** Every line break is one. */
  override br() {
    return undefined;
  }

  #within<T>(read: () => T): T | undefined {
    if (this.#depth >= deepest) return undefined;
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}

/** Hides what `*` and `_` in formulas and addresses are from the search for emphasis. */
const hooks = Object.assign(new Hooks(), {
  emStrongMask(src: string) {
    if ((src.match(/\*+|_+/g)?.length ?? 0) > mostDelimiters) return src.replace(/[*_]/g, 'a');
    return src.replace(opaque, (found) => {
      const hidden = found.startsWith('$') ? found : withoutEnd(found);
      return `[${'a'.repeat(hidden.length - 2)}]${found.slice(hidden.length)}`;
    });
  },
});

function mathsAt(src: string, before: Tokens.Generic[]): Maths | undefined {
  if (src[0] !== '$' || /[a-z0-9]/i.test(before.at(-1)?.raw.slice(-1) ?? '')) return undefined;
  const [raw] = mathsHere.exec(src) ?? [];
  return raw ? mathsOf(raw, raw) : undefined;
}

function mathsBlockAt(src: string): Maths | undefined {
  const [raw, formula] = mathsBlockHere.exec(src) ?? [];
  return raw && formula ? mathsOf(raw, formula) : undefined;
}

function mathsOf(raw: string, formula: string): Maths {
  const isDisplay = formula.startsWith('$$');
  return { type: 'maths', raw, tex: isDisplay ? formula.slice(2, -2) : formula.slice(1, -1), isDisplay };
}

/** An address without the punctuation that belongs to the sentence. */
function withoutEnd(found: string): string {
  let open = 0;
  for (const character of found) open += Number(character === '(') - Number(character === ')');
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1] ?? '';
    if (last === ')' && open < 0) open++;
    else if (!'?!.,:;*_\'"~'.includes(last)) break;
  }
  return found.slice(0, end);
}
