/** Now; but never before what is there already: clocks are set back, and what is done last stays the last. */
export function nowAfter(...times: (number | undefined)[]): number {
  return Math.max(Date.now(), ...times.map((time) => time ?? 0));
}
