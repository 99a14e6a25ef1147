/** Days and times, as their reader writes them. Made once: to make a format takes longer than to use it. */
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function dayOf(time: number): string {
  return day.format(time);
}

export function dayAndTimeOf(time: number): string {
  return dayAndTime.format(time);
}
