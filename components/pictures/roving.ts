import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** Across counts more than along: one goes along a line before one leaves it. */
const acrossWorth = 3;

const steps: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The marks of a picture are one stop of the Tab key; arrow keys go to the mark that is next in their direction, Home
 * and End to the first and last. Marks have `data-mark`, their number, and the `tabIndex` that `tabIndexOf` says.
 */
export function useRoving(first: number) {
  const [chosen, setChosen] = useState<number>();
  const current = chosen ?? first;
  return {
    tabIndexOf: (mark: number) => (mark === current ? 0 : -1),
    onFocus: ({ target }: FocusEvent) => {
      const mark = target.closest('[data-mark]');
      if (mark) setChosen(Number(mark.getAttribute('data-mark')));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const here = (event.target as Element).closest('[data-mark]');
      if (!here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const marks = [...event.currentTarget.querySelectorAll<HTMLElement | SVGElement>('[data-mark]')];
      const step = steps[event.key];
      const next = step ? nextOf(here, marks, step) : { Home: marks[0], End: marks.at(-1) }[event.key];
      if (!step && !next) return;
      // The page may have a use for these keys too.
      event.stopPropagation();
      event.preventDefault();
      next?.focus();
    },
  };
}

function nextOf<Mark extends Element>(here: Element, marks: Mark[], [stepX, stepY]: [number, number]) {
  const [x, y] = middleOf(here);
  let [next, least]: [Mark | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const mark of marks) {
    const [otherX, otherY] = middleOf(mark);
    const along = (otherX - x) * stepX + (otherY - y) * stepY;
    const across = Math.abs((otherX - x) * stepY) + Math.abs((otherY - y) * stepX);
    if (mark === here || along < 1 || along + across * acrossWorth >= least) continue;
    [next, least] = [mark, along + across * acrossWorth];
  }
  return next;
}

function middleOf(mark: Element): [x: number, y: number] {
  const { x, y, width, height } = mark.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}
