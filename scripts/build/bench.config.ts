import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';
import product, { WORKERS } from './rolldown.config.ts';

const root = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** The measurements, built as the product is built. */
export default defineConfig({
  ...product,
  input: {
    'product-cost': root('scripts/bench/product-cost.ts'),
    load: root('scripts/bench/product/load.ts'),
    ...WORKERS,
    subgraph: root('scripts/serve/subgraph-process.ts'),
  },
  output: { ...product.output, dir: root('scripts/dist-bench') },
});
