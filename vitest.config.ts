import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'jsdom',
          // A DOM for each file, as without it, but jsdom itself is loaded once: that halves the time.
          pool: 'vmForks',
          vmMemoryLimit: '600MB',
          // Usually one core is left free, which is half of a machine with two.
          maxWorkers: '100%',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Two browsers, of which one is often waiting: more would only make each other wait.
          maxWorkers: 2,
        },
      },
    ],
  },
});
