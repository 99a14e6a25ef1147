import { type KeyboardEvent, memo } from 'react';

interface Props {
  /** Its number; see `useRoving`. */
  mark: number;
  tabIndex: number;
  /** For screen readers. */
  name: string;
  /** What it finds. */
  query: string;
  onFilter(query: string): void;
  x: number;
  y: number;
  className: string;
  /** The outline of a sign, or else the text that is shown. */
  sign?: string;
  text: string;
  status?: string;
}

/** A paper or a group on the map, as a button. There may be thousands: each is drawn anew only when it changes. */
export const MapMark = memo(function MapMark({
  mark,
  name,
  query,
  onFilter,
  x,
  y,
  sign,
  text,
  status,
  ...others
}: Props) {
  const props = {
    ...others,
    role: 'button',
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    'data-mark': mark,
    'data-status': status,
    'aria-label': name,
    onClick: () => onFilter(query),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onFilter(query);
    },
  };
  return sign === undefined ? (
    <text {...props}>{text}</text>
  ) : (
    <path {...props} d={sign}>
      <title>{text}</title>
    </path>
  );
});
