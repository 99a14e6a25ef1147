/** In what the library can be written, and what the file is called. */

/** The complete one first. */
export const exportFormats = [{ format: 'papergloss', extension: 'json', type: 'application/json' }] as const;

export type ExportFormat = (typeof exportFormats)[number]['format'];

/** The name of an exported file, with the day: `papergloss-2026-11-25.bib`. */
export function exportName(format: ExportFormat, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
  return `papergloss-${day}.${exportFormats.find((each) => each.format === format)?.extension}`;
}
