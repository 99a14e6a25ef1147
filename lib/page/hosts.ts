/** What Papergloss puts on a page stands in elements of these names, each with a shadow root. */

/** The controls of one entry. */
export const hostName = 'papergloss-entry';

/** What Papergloss has to say about the page, in a corner. */
export const noticeName = 'papergloss-notice';

/** The bar over a list. */
export const barName = 'papergloss-list';

/** Between what is new in a list and what is not. */
export const dividerName = 'papergloss-divider';

/** What is said to screen readers. */
export const announcerName = 'papergloss-announcer';

/** Beside selected text that can be highlighted. */
export const selectionName = 'papergloss-selection';

const names = [hostName, noticeName, barName, dividerName, announcerName, selectionName];

export function isOurs(node: Node): boolean {
  return names.includes(node.nodeName.toLowerCase());
}
