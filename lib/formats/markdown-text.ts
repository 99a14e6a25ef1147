/** Plain text in Markdown, and back. */
import { mathAndText } from './latex';

/** A text that Markdown shows as it is; mathematics stays mathematics. */
export function markdownText(text: string): string {
  return mathAndText(text, (plain) => plain.replace(/[\\`*_[\]<>#|~{}]/g, '\\$&')).replace(
    /^([ \t]*)([-+=]|\d+(?=[.)]))/gm,
    startOfLine,
  );
}

/** The text that was written so. */
export function textOfMarkdown(markdown: string): string {
  return mathAndText(markdown, (plain) => plain.replace(/\\([\\`*_[\]<>#|~{}+=.)-])/g, '$1'));
}

/** A line that would be a list or a rule. */
function startOfLine(_: string, space: string, sign: string): string {
  return /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`;
}

/** An address inside of the brackets of a Markdown link. */
export function linkTarget(address: string): string {
  return address.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
