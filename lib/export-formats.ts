/** In what the library can be written, and what the file is called. */

/** The complete one first. */
export const exportFormats = [
  { format: 'papergloss', extension: 'json', type: 'application/json' },
  { format: 'bibtex', extension: 'bib', type: 'application/x-bibtex' },
  { format: 'biblatex', extension: 'bib', type: 'application/x-bibtex' },
  { format: 'ris', extension: 'ris', type: 'application/x-research-info-systems' },
  { format: 'csl', extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
  { format: 'markdown', extension: 'md', type: 'text/markdown' },
  { format: 'markdownFiles', extension: 'zip', type: 'application/zip' },
  { format: 'csv', extension: 'csv', type: 'text/csv' },
  { format: 'html', extension: 'html', type: 'text/html' },
] as const;

export type ExportFormat = (typeof exportFormats)[number]['format'];

/** The name of an exported file, with the day: `papergloss-2026-11-25.bib`. */
export function exportName(format: ExportFormat, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
  return `papergloss-${day}.${exportFormats.find((each) => each.format === format)?.extension}`;
}
