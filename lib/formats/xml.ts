/** XML as a few nodes at a time: no entities but the five, no document type, no depth that anybody needs. */
import { SaxesParser } from 'saxes';
import { NothingRead } from './problems';

export interface XmlNode {
  /** With its namespace: `http://purl.org/dc/elements/1.1/ title`. */
  name: string;
  attributes: Map<string, string>;
  children: XmlNode[];
  text: string;
  line: number;
}

const maxDepth = 100;
/** After so many the file is something else. */
const maxErrors = 1000;

/**
 * Hands over each child of the outermost element when it is complete, and forgets it.
 * @returns the line of the first thing that is no XML, if there is any
 */
export function readXml(text: string, take: (node: XmlNode) => void): number | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlNode[] = [];
  let wrongAt: number | undefined;
  let errors = 0;
  parser.on('error', () => {
    wrongAt ??= parser.line;
    errors++;
    if (errors > maxErrors) throw new NothingRead('notXml');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length >= maxDepth) throw new NothingRead('tooDeep');
    const pairs = Object.values(attributes).map(({ uri: space, local: name, value }): [string, string] => [
      `${space} ${name}`,
      value,
    ]);
    open.push({ name: `${uri} ${local}`, attributes: new Map(pairs), children: [], text: '', line: parser.line });
  });
  const add = (more: string) => {
    const node = open.at(-1);
    if (node && open.length > 1) node.text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const node = open.pop();
    if (!node) return;
    if (open.length === 1) take(node);
    else if (open.length > 1) open.at(-1)?.children.push(node);
  });
  parser.write(text);
  // What is still open now is cut off.
  parser.off('closetag');
  parser.close();
  return wrongAt;
}
