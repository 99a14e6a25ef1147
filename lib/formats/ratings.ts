import { type Rating, ratings } from '../marks';

/** A rating as programs write it: `4`, `rank4`, `★★★★☆`. */
export function ratingOf(written: string | number | undefined): Rating | undefined {
  const text = String(written ?? '').trim();
  const stars = /^(★{1,5})☆*$/.exec(text)?.[1]?.length;
  const number = stars ?? Number(/^(?:rank)?([1-5])$/.exec(text)?.[1]);
  return ratings.find((rating) => rating === number);
}
