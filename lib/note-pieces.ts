/** Of what a note consists, once it is read: the tokens of its Markdown, and formulas. */
import type { MarkedToken, Tokens } from 'marked';

export interface Maths {
  type: 'maths';
  raw: string;
  tex: string;
  /** Between `$$`: on lines of its own. */
  isDisplay: boolean;
}

export type Piece = MarkedToken | Maths;

/** The pieces of which a piece consists. */
export function piecesIn(piece: Piece): Piece[] {
  return 'tokens' in piece ? (piece.tokens as Piece[]) : [];
}

/** Words that mean nothing but themselves. */
export function asTyped(text: string): Tokens.Text {
  return { type: 'text', raw: text, text };
}

/** A paragraph of such words. */
export function paragraph(text: string): Tokens.Paragraph {
  return { type: 'paragraph', raw: text, text, tokens: [asTyped(text)] };
}

/** The address of a link that may be followed; any other is text. */
export function safeAddress(href: string): string | undefined {
  return URL.canParse(href) && /^(?:https?|mailto):$/.test(new URL(href).protocol) ? href : undefined;
}
