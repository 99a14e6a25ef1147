/**
 * Faults of what the background stands on: it is killed, or the disk is full, at the k-th step that it writes, in the
 * database or in the browser’s storage. A killed background never comes back: whatever it still tries is in vain.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

export type Fault = 'killed' | 'killed after' | 'full';

interface Plan {
  /** 1 for the first step. */
  step: number;
  fault: Fault;
}

let plan: Plan | undefined;
let steps = 0;
let isDead = false;
/** What a plan has done to whoever ran. */
export let hasStruck = false;

/** From now on steps are counted, and one of them goes wrong. */
export function arm(planned?: Plan): void {
  plan = planned;
  steps = 0;
  isDead = false;
  hasStruck = false;
}

/** All is well again; returns how many steps there were. */
export function disarm(): number {
  plan = undefined;
  isDead = false;
  return steps;
}

const killed = () => new DOMException('The background was killed.', 'AbortError');
const full = () => new DOMException('The disk is full.', 'QuotaExceededError');

/** Counts a step; throws where it is not to be done. Returns whether nothing is to be done after it. */
function step(): boolean {
  if (isDead) throw killed();
  steps++;
  if (plan?.step !== steps) return false;
  hasStruck = true;
  if (plan.fault === 'full') throw full();
  isDead = true;
  if (plan.fault === 'killed') throw killed();
  return true;
}

const writes = ['put', 'add', 'delete', 'clear'] as const;

/** Puts the faults between the library and what it stands on. Once for a file of tests. */
export function standBetween(): void {
  const store = IDBObjectStore.prototype as unknown as Record<string, (...args: unknown[]) => IDBRequest>;
  for (const name of writes) {
    const write = store[name];
    if (!write) throw new Error(`There is no IDBObjectStore.${name}.`);
    store[name] = function (this: IDBObjectStore, ...args) {
      // Of a transaction whose background is gone, nothing stays.
      try {
        step();
      } catch (error) {
        if (isDead) this.transaction.abort();
        throw error;
      }
      const request = write.apply(this, args);
      if (isDead) this.transaction.abort();
      return request;
    };
  }
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    if (isDead) throw killed();
    return open.apply(this, args);
  };
}

/** The same for the browser’s storage, which is made anew before each test. */
export function standBeforeStorage(): void {
  const { local } = fakeBrowser.storage;
  for (const name of ['set', 'remove'] as const) {
    const write = local[name].bind(local) as (argument: never) => Promise<void>;
    Object.assign(local, {
      [name]: async (argument: never) => {
        const isLast = step();
        await write(argument);
        if (isLast) throw killed();
      },
    });
  }
  const get = local.get.bind(local) as (argument: never) => Promise<unknown>;
  Object.assign(local, {
    get: async (argument: never) => {
      if (isDead) throw killed();
      return get(argument);
    },
  });
}
