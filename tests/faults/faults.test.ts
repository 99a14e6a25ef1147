import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Fault, standBeforeStorage, standBetween } from './faults';
import { runScenario } from './run';
import { scenarios } from './scenarios';

/** `npm run faults` looks at every step; `npm test` at some of each. */
const isLong = process.env.FAULTS === 'all';
const faults: Fault[] = isLong ? ['killed', 'killed after', 'full'] : ['killed', 'full'];
const every = isLong ? 1 : 7;

beforeAll(() => {
  standBetween();
  standBeforeStorage();
});

const total = { cases: 0, found: 0 };
afterAll(() => {
  if (isLong) process.stdout.write(`All: ${total.cases} cases, ${total.found} found\n`);
});

test.each(scenarios)(
  '$name: whatever goes wrong between two steps, nothing is missing',
  async (scenario) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { cases, found } = await runScenario(scenario, faults, every);
    vi.restoreAllMocks();
    total.cases += cases;
    total.found += found.length;
    if (isLong) process.stdout.write(`${scenario.name}: ${cases} cases, ${found.length} found\n`);
    expect(found).toEqual([]);
    expect(cases).toBeGreaterThan(0);
  },
  3_600_000,
);
