/** In what the library can be written, and what the file is called. */

/** The complete one first. `hasKeys`: papers are named by citation keys, which are the same in every file. */
export const exportFormats = [
  { format: 'papergloss', extension: 'json', type: 'application/json', hasKeys: false },
  { format: 'bibtex', extension: 'bib', type: 'application/x-bibtex', hasKeys: true },
  { format: 'biblatex', extension: 'bib', type: 'application/x-bibtex', hasKeys: true },
  { format: 'ris', extension: 'ris', type: 'application/x-research-info-systems', hasKeys: true },
  { format: 'csl', extension: 'json', type: 'application/vnd.citationstyles.csl+json', hasKeys: true },
  { format: 'markdown', extension: 'md', type: 'text/markdown', hasKeys: false },
  { format: 'markdownFiles', extension: 'zip', type: 'application/zip', hasKeys: true },
  { format: 'html', extension: 'html', type: 'text/html', hasKeys: false },
  { format: 'csv', extension: 'csv', type: 'text/csv', hasKeys: true },
] as const;

export type ExportFormat = (typeof exportFormats)[number]['format'];

export function aboutFormat(wanted: ExportFormat): (typeof exportFormats)[number] {
  return exportFormats.find(({ format }) => format === wanted) ?? exportFormats[0];
}

/** The name of an exported file, with the day: `papergloss-2026-11-25.bib`. */
export function exportName(format: ExportFormat, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
  return `papergloss-${day}.${aboutFormat(format).extension}`;
}
