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
  more: ['button', 'More'],
} satisfies Record<string, Control>;

/** Where status, rating and tags are set: on the row, in the popup, in the library. */
export const marks = {
  status: ['combobox', 'Status'],
  rating: (stars: number): Control => ['radio', `${stars} of 5 stars`],
  addTag: ['combobox', 'Add a tag'],
  removeTag: (tag: string): Control => ['button', `Remove tag ${tag}`],
} satisfies Record<string, Control | ((of: never) => Control)>;

/** In the popup. */
export const inPopup = {
  search: ['combobox', 'Search saved papers'],
  addNote: ['button', /^Add note/],
  editNote: ['button', /^Edit note/],
  note: ['textbox', /^Note\b/],
  noteSaved: ['status', 'Saved'],
  editMarks: ['button', 'Status and tags'],
  copyLink: ['button', /^Copy link/],
  remove: ['button', /^Remove\b/],
  removed: ['status', /^Removed/],
  undo: ['button', 'Undo'],
} satisfies Record<string, Control>;
