import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src-*/**/*.test.{ts,tsx}', 'dev/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          // One window at a time: each test drives a whole app with a camera.
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A camera or a worker may take seconds to come up on a small machine.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
