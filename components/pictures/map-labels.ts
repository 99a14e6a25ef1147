import type { MapGroup } from '../../lib/pictures/map';

export interface MapLabel {
  group: MapGroup;
  text: string;
  /** The middle of its text. */
  x: number;
  y: number;
}

const lineHeight = 24;
const letterWidth = 8;

/** Above the middle, so that the papers there can be pressed. */
const lift = 20;

/** The words of each group, of the larger ones first, over its middle or as near as there is room. */
export function labelsOf(
  groups: MapGroup[],
  x: (value: number) => number,
  y: (value: number) => number,
  width: number,
) {
  const labels = new Map<MapGroup, MapLabel>();
  for (const group of groups.toSorted((a, b) => b.papers - a.papers)) {
    const text = group.words.slice(0, 2).join(' ');
    if (text === '') continue;
    const half = (text.length * letterWidth) / 2 + 4;
    const label = { group, text, x: Math.max(half, Math.min(width - half, x(group.x))), y: y(group.y) - lift };
    const isFree = (at: number) =>
      [...labels.values()].every((other) => {
        const apart = half + (other.text.length * letterWidth) / 2 + 4;
        return Math.abs(other.y - at) >= lineHeight || Math.abs(other.x - label.x) >= apart;
      });
    const steps = [0, 1, -1, 2, -2, 3, -3].map((step) => label.y + (step * lineHeight) / 2);
    const free = steps.find((at) => at > lineHeight / 2 && at < y(1) && isFree(at));
    if (free !== undefined) labels.set(group, { ...label, y: free });
  }
  return [...labels.values()];
}
