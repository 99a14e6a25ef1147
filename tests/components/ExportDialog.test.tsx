import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ExportDialog } from '../../components/library/exchange/ExportDialog';
import type { ExportScope } from '../../components/library/exchange/exporting';
import { exportName } from '../../lib/export-formats';
import type { WriteFile } from '../../lib/file-writer';
import { usualTemplate } from '../../lib/formats/markdown';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import type { PaperId } from '../../lib/paper';
import { giveDialogs } from './dialogs';
import { emptyLibrary, papers } from './library';
import { chosen } from './options';

const three = papers(3);
const [first, second, third] = three.map(({ title }) => title);

beforeEach(async () => {
  giveDialogs();
  Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => {} });
  await emptyLibrary();
  await library.saveAll(three);
  for (const { id } of three.slice(2)) await library.remove(id);
});

const all: ExportScope = { scope: 'all', label: 'Everything' };
const selection: ExportScope = {
  scope: 'selection',
  label: 'The selected paper',
  ids: async () => three.slice(0, 1).map(({ id }) => id),
};

/** The window, which writes only the titles. */
async function open(scopes: ExportScope[], writeFile?: WriteFile) {
  const written: string[] = [];
  const writeTitles: WriteFile = async ({ format, papers, onProgress }) => {
    for await (const batch of papers) {
      written.push(format, ...batch.map(({ paper }) => paper.title));
      onProgress(batch.length);
    }
    return new Blob(['…']);
  };
  const close = vi.fn();
  const settings = await chosen();
  render(<ExportDialog settings={settings} writeFile={writeFile ?? writeTitles} scopes={scopes} close={close} />);
  return { user: userEvent.setup(), written, settings, close };
}

test('everything goes into the complete file, also what is in the trash', async () => {
  const { user, written } = await open([all]);
  await user.click(screen.getByRole('button', { name: 'Export' }));
  const link = await screen.findByRole('link', { name: exportName('papergloss') });
  expect(link).toHaveAttribute('download', exportName('papergloss'));
  expect(link).toHaveAttribute('href', 'blob:file');
  expect(screen.getByText('3 papers exported.')).toBeVisible();
  expect(written).toEqual(['papergloss', first, second, third]);
});

test('what was decided about the library is in the complete file, and in no part of it', async () => {
  const decisions: unknown[] = [];
  await db.hidden.put({ id: 'pmid:1', hiddenAt: 1 });
  const ids = three.slice(0, 2).map(({ id }) => id);
  const evidence = { kind: 'identifiers', ids } as const;
  await db.suggestions.put({
    id: ids.join(' '),
    papers: ids as [PaperId, PaperId],
    evidence,
    suggestedAt: 1,
    keptApartAt: 2,
  });
  const { user } = await open([all, selection], async (file) => {
    decisions.push(file.decisions);
    return new Blob(['…']);
  });
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await screen.findByText(/exported\.$/);
  await user.click(screen.getByRole('radio', { name: 'Everything' }));
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await waitFor(() =>
    expect(decisions).toEqual([
      undefined,
      { hidden: [{ id: 'pmid:1', hiddenAt: 1 }], keptApart: [{ papers: ids, at: 2 }] },
    ]),
  );
});

test('other formats leave out the trash', async () => {
  const { user, written } = await open([all]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'RIS (.ris)');
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await screen.findByRole('link', { name: exportName('ris') });
  expect(written).toEqual(['ris', first, second]);
});

test('what is selected is chosen at first; everything can be', async () => {
  const { user, written } = await open([all, selection]);
  expect(screen.getByRole('radio', { name: 'The selected paper' })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await screen.findByText('1 paper exported.');
  expect(written).toEqual(['papergloss', first]);
  await user.click(screen.getByRole('radio', { name: 'Everything' }));
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await screen.findByText('3 papers exported.');
});

test('the template of Markdown files can be edited, and is kept', async () => {
  const templates: unknown[] = [];
  const { user, settings } = await open([all], async ({ template }) => {
    templates.push(template);
    return new Blob();
  });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'markdownFiles');
  const field = screen.getByRole('textbox', { name: 'Template of a file' });
  expect(field).toHaveValue(usualTemplate);
  await user.clear(field);
  await user.click(field);
  await user.paste('# {{title}} {{colour}}');
  expect(screen.getByText('There is nothing of this name: colour.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await waitFor(() => expect(templates).toEqual(['# {{title}} {{colour}}']));
  expect(settings.current.markdownTemplate).toBe('# {{title}} {{colour}}');
  await user.click(screen.getByRole('button', { name: 'The usual template' }));
  expect(field).toHaveValue(usualTemplate);
  await waitFor(() => expect(settings.current.markdownTemplate).toBe(''));
});

test('it can be stopped', async () => {
  const { user } = await open([all], ({ onProgress }, signal) => {
    onProgress(2);
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByRole('progressbar', { name: 'Papers being written' })).toBeVisible();
  expect(await screen.findByText('2 papers')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByRole('button', { name: 'Export' })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('says why it did not work', async () => {
  const { user } = await open([all], async () => {
    throw new Error('The disk is full.');
  });
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
});

test('a file is called by its day and its format', () => {
  expect(exportName('biblatex', new Date(2026, 0, 2))).toBe('papergloss-2026-01-02.bib');
});
