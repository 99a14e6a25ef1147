/** Makes works wait for each other: each begins when the one before has ended, however that came out. */
export function inTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = turn.then(work);
    turn = mine.catch(() => {}); // Whoever waits for it hears of it; the next in turn is not held up.
    return mine;
  };
}
