/** The row to which a key leads from the row `at` of `total`; `screenful` is how many are on screen. */
export function rowAfter(key: string, at: number, total: number, screenful: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    PageDown: at + screenful,
    PageUp: at - screenful,
    Home: 0,
    End: total - 1,
  }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), total - 1);
}
