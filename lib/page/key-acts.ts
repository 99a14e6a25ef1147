/** What each key does to the current row. */
import { citationOf } from '../citation';
import { copyText } from '../copy-text';
import type { KeyAction } from '../keys';
import type { Library } from '../library/contract';
import { statuses } from '../marks';
import { openTab } from '../open-tab';
import { pageOf } from '../page-of';
import { t } from '../text';
import { bringIntoView, type CurrentRow } from './current-row';
import type { RowCommands } from './row-commands';
import type { Rows } from './rows';
import type { SavedPapers } from './saved-papers';
import type { Triage } from './triage';
import type { UndoStack } from './undo';
import type { Entry } from './watch';

interface Page {
  rows: Rows;
  current: CurrentRow;
  library: Library;
  savedPapers: SavedPapers;
  triage: Triage;
  undoStack: UndoStack;
  commands: RowCommands;
  say(text: string): void;
  /** An act succeeded: this is what it did. */
  done(text: string): void;
  fail(error: unknown): void;
  showHelp(): void;
}

/** Does what a key is for; `false` where there is nothing to do it to. What happened is said to screen readers, what failed to everybody. */
export function keyActs(page: Page): (action: KeyAction) => boolean {
  const { rows, current, library, savedPapers, triage, undoStack, commands, say, done, fail } = page;

  const attempt = (act: () => Promise<string>) => {
    act().then(done, fail);
    return true;
  };

  const move = (step: 1 | -1) => {
    const entry = current.move(step);
    if (!entry) return false;
    bringIntoView(entry);
    const shown = rows.shown;
    say(t('say.row', [String(shown.indexOf(entry) + 1), String(shown.length), entry.paper.title]));
    return true;
  };

  const command = (entry: Entry, name: 'note' | 'tag' | 'abstract') => {
    bringIntoView(entry);
    commands.send(entry.host, name);
    return true;
  };

  const toggleSaved = ({ paper }: Entry) =>
    attempt(async () => {
      const saved = savedPapers.get(paper.id);
      await (saved ? library.remove(saved.id) : library.save(paper));
      return t(saved ? 'say.removed' : 'say.saved');
    });

  const toggleHidden = (entry: Entry) => {
    const { paper } = entry;
    const ids = [paper.id, ...(paper.aliases ?? [])];
    if (triage.isHidden(paper.id)) return attempt(() => library.unhide([ids]).then(() => t('say.shown')));
    const shown = rows.shown;
    const here = shown.indexOf(entry);
    const next = shown[here + 1] ?? shown[here - 1];
    current.choose(next, true);
    if (next) bringIntoView(next);
    return attempt(() => library.hide([ids]).then(() => t('say.hidden', [next?.paper.title ?? ''])));
  };

  const nextStatus = ({ paper }: Entry) =>
    attempt(async () => {
      const { status } = savedPapers.get(paper.id) ?? {};
      const next = statuses[status ? statuses.indexOf(status) + 1 : 0] ?? null;
      await library.mark({ paper, change: { status: next } });
      return next ? t('say.status', [t(`marks.status.${next}`)]) : t('say.noStatus');
    });

  const open = ({ paper }: Entry, behind: boolean) => {
    const url = pageOf(paper);
    if (url) openTab(url, behind).catch(fail);
    else fail(new Error(t('say.noPage')));
    return true;
  };

  const cite = ({ paper }: Entry) =>
    attempt(async () => {
      await copyText(citationOf(paper));
      return t('say.cited');
    });

  const onRow: Partial<Record<KeyAction, (entry: Entry) => boolean>> = {
    save: toggleSaved,
    note: (entry) => command(entry, 'note'),
    tag: (entry) => command(entry, 'tag'),
    abstract: (entry) => command(entry, 'abstract'),
    status: nextStatus,
    hide: toggleHidden,
    open: (entry) => open(entry, false),
    openBehind: (entry) => open(entry, true),
    cite,
  };

  return (action) => {
    if (rows.all.length === 0) return false;
    if (action === 'next') return move(1);
    if (action === 'previous') return move(-1);
    if (action === 'undo') {
      return attempt(async () => t((await undoStack.undo()) ? 'undo.done' : 'undo.nothing'));
    }
    if (action === 'help') {
      page.showHelp();
      return true;
    }
    const entry = current.entry;
    if (entry) current.choose(entry, true);
    return entry ? (onRow[action]?.(entry) ?? false) : false;
  };
}
