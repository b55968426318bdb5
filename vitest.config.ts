import { defineConfig } from 'vitest/config';

const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'code',
          include: ['{kit,gateway,services,admin-ui,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'admin-ui/e2e/**'],
          globalSetup: ['kit/prepared-databases.ts'],
          pool: 'forks',
          // A worker keeps what it has imported and compiled: most of the time of a short file is its imports.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Stories in a browser over the whole product, which is started once for all of them, after everything else.
        test: {
          name: 'stories',
          include: ['admin-ui/e2e/**/*.test.ts'],
          globalSetup: ['admin-ui/e2e/start-product.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
