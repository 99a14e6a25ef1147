/** Authors as Zotero keeps them: in two fields, or in one where a name has no parts. */

export type Creator =
  | { firstName: string; lastName: string; creatorType: 'author' }
  /** One field. */
  | { lastName: string; fieldMode: 1; creatorType: 'author' };

const organisation =
  /\b(?:collaborations?|consortium|team|group|project|institute|university|initiative|committee|network|foundation|inc|llc|gmbh)\b/i;
const particle =
  /^(?:van|von|vom|zu|zum|zur|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|ter|ten|af|av|bin|ibn)$/;
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** `Ada Margin`, `Margin, Ada`, `Jan van der Berg`, `ATLAS Collaboration`, `李明`. */
export function creatorOf(name: string): Creator {
  const written = name.replace(/\s+/g, ' ').trim();
  const [before = '', ...after] = written.split(/\s*,\s*/);
  if (after.length > 0 && before) {
    return { firstName: after.join(', '), lastName: before, creatorType: 'author' };
  }
  const words = written.split(' ');
  if (words.length === 1 || organisation.test(written)) {
    return { lastName: written, fieldMode: 1, creatorType: 'author' };
  }
  const end = words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.length - 1 : words.length;
  let start = end - 1;
  while (start > 1 && particle.test(words[start - 1] ?? '')) start--;
  const firstName = [words.slice(0, start).join(' '), ...words.slice(end)].join(', ');
  return { firstName, lastName: words.slice(start, end).join(' '), creatorType: 'author' };
}
