/** The controls of Papergloss as its users know them: role and name. `entry.click(...controls.save)` */
import type { Name } from './roles.ts';

type Control = [role: string, name: Name];

/** On the row of a list. */
export const onRow = {
  save: ['button', /^Save\b/],
  saved: ['button', /^Saved\b/],
  noteButton: ['button', /^Note\b/],
  note: ['textbox', /^Note\b/],
  noteSaved: ['status', 'Saved'],
} satisfies Record<string, Control>;

/** In the popup. */
export const inPopup = {
  search: ['searchbox', 'Search saved papers'],
  addNote: ['button', /^Add note/],
  editNote: ['button', /^Edit note/],
  note: ['textbox', /^Note\b/],
  noteSaved: ['status', 'Saved'],
  copyLink: ['button', /^Copy link/],
  remove: ['button', /^Remove\b/],
  removed: ['status', /^Removed/],
  undo: ['button', 'Undo'],
} satisfies Record<string, Control>;
