import type { Tokens } from 'marked';
import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { type Maths, type Piece, piecesIn, safeAddress } from '../lib/note-pieces';
import { isPlain, loadedReader, loadReader, plainPieces } from '../lib/note-reader';

type Formula = ComponentType<Pick<Maths, 'tex' | 'isDisplay'>>;

/** Shows formulas, on pages that can; elsewhere one sees what was typed. */
export const FormulaContext = createContext<Formula | undefined>(undefined);

/** Shows words of a note, on pages that mark some of them. */
export const WordsContext = createContext<(words: string) => ReactNode>((words) => words);

/** A note, its Markdown as elements. Showing it asks the network for nothing. */
export function NoteText({ text }: { text: string }) {
  return (
    <div className="note-text">
      <Pieces pieces={usePieces(text)} at="top" />
    </div>
  );
}

/** Until Markdown can be read, a note is shown as it was typed. */
function usePieces(text: string): Piece[] {
  const [read, setRead] = useState(loadedReader);
  const isWanted = useMemo(() => !isPlain(text), [text]);
  useLayoutEffect(() => {
    if (!isWanted || read) return;
    loadReader().then(
      (read) => setRead(() => read),
      (error) => console.warn('Papergloss could not fetch what reads Markdown.', error),
    );
  }, [isWanted, read]);
  return useMemo(() => (isWanted && read ? read(text) : plainPieces(text)), [isWanted, read, text]);
}

/** Blocks at the top, and items of lists, find their own direction; what is in them follows. In a link is no other. */
type Place = 'top' | 'within' | 'link';

function Pieces({ pieces, at }: { pieces: Piece[]; at: Place }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity, and no state but what it says.
  return pieces.map((piece, index) => <Element key={index} {...{ piece, at }} />);
}

function Element({ piece, at }: { piece: Piece; at: Place }): ReactNode {
  const dir = at === 'top' ? 'auto' : undefined;
  const shown = useContext(WordsContext);
  const inside = <Pieces pieces={piecesIn(piece)} at={at === 'link' ? at : 'within'} />;
  switch (piece.type) {
    case 'paragraph':
      return <p dir={dir}>{inside}</p>;
    case 'heading':
      // The page has an outline of its own.
      return (
        <p dir={dir}>
          <strong>{inside}</strong>
        </p>
      );
    case 'blockquote':
      return <blockquote dir={dir}>{inside}</blockquote>;
    case 'code':
      return (
        <pre dir={dir}>
          {piece.lang && <small>{`${piece.lang}\n`}</small>}
          <code>{shown(piece.text)}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'list':
      return <List list={piece} />;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'codespan':
      return <code>{shown(piece.text)}</code>;
    case 'link':
      return (
        <Link {...{ piece, at }}>
          <Pieces pieces={piecesIn(piece)} at="link" />
        </Link>
      );
    case 'image':
      // Shown, it would tell its server who reads this note, and when.
      return <Link {...{ piece, at }}>{piece.text || piece.href}</Link>;
    case 'maths':
      return at === 'top' ? (
        <p dir={dir}>
          <Formula maths={piece} />
        </p>
      ) : (
        <Formula maths={piece} />
      );
    case 'text':
      return piece.tokens ? inside : shown(piece.text);
    case 'escape':
      return shown(piece.text);
    case 'space':
      return null;
    default:
      return piece.raw;
  }
}

function List({ list }: { list: Tokens.List }) {
  const List = list.ordered ? 'ol' : 'ul';
  const numbers = list.items.map(({ raw }) => Number.parseInt(raw, 10));
  // “1.” on each line is a way to count; anything else was meant.
  const areMeant = list.ordered && new Set(numbers).size === numbers.length;
  return (
    <List>
      {list.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <li key={index} dir="auto" value={areMeant ? numbers[index] : undefined}>
          <Pieces pieces={piecesIn(item)} at="within" />
        </li>
      ))}
    </List>
  );
}

function Link({ piece, at, children }: { piece: Tokens.Link | Tokens.Image; at: Place; children: ReactNode }) {
  const address = safeAddress(piece.href);
  if (at === 'link') return children;
  if (!address) return piece.raw;
  return (
    <a href={address} title={piece.title ?? undefined} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Formula({ maths: { tex, isDisplay, raw } }: { maths: Maths }) {
  const Shown = useContext(FormulaContext);
  return Shown ? <Shown {...{ tex, isDisplay }} /> : raw.trim();
}
