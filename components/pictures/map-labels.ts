import type { MapGroup, MapPoint } from '../../lib/pictures/map';

export interface MapLabel {
  group: MapGroup;
  text: string;
  /** The middle of its text. */
  x: number;
  y: number;
}

const lineHeight = 24;
const letterWidth = 8;

/** Above the papers, so that they can be seen and pressed; of a large group, not far from its middle. */
const lift = { least: 20, abovePapers: 12, most: 72 };

/** The words of each group, of the larger ones first, over its papers or as near as there is room. */
export function labelsOf(
  groups: MapGroup[],
  points: MapPoint[],
  x: (value: number) => number,
  y: (value: number) => number,
  width: number,
) {
  const labels = new Map<MapGroup, MapLabel>();
  const top = (group: MapGroup, from: number, to: number) => {
    const own = points.filter((point) => groups[point.group] === group && x(point.x) >= from && x(point.x) <= to);
    const above = Math.min(...own.map((point) => y(point.y))) - lift.abovePapers;
    return Math.max(Math.min(above, y(group.y) - lift.least), y(group.y) - lift.most);
  };
  for (const group of groups.toSorted((a, b) => b.papers - a.papers)) {
    const text = group.words.slice(0, 2).join(' ');
    if (text === '') continue;
    const half = (text.length * letterWidth) / 2 + 4;
    const middle = Math.max(half, Math.min(width - half, x(group.x)));
    const label = { group, text, x: middle, y: top(group, middle - half, middle + half) };
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
