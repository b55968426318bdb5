import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['{kit,gateway,services,admin-ui,scripts}/**/*.test.ts'], pool: 'forks', testTimeout: 30_000 },
});
