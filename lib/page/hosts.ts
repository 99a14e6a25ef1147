/** What Papergloss puts on a page stands in elements of these names, each with a shadow root. */

/** The controls of one entry. */
export const hostName = 'papergloss-entry';

/** What Papergloss has to say about the page, in a corner. */
export const noticeName = 'papergloss-notice';

export function isOurs(node: Node): boolean {
  const name = node.nodeName.toLowerCase();
  return name === hostName || name === noticeName;
}
