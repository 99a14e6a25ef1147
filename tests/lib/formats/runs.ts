/** How many cases are tried: few in `npm test`, as many as one waits for in `npm run fuzz`. */
export function runs(usual: number): number {
  const wanted = Number(process.env.PAPERGLOSS_FUZZ_RUNS);
  return wanted > 0 ? wanted : usual;
}
