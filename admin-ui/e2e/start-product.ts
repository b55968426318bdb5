import type { TestProject } from 'vitest/node';
import { emptyDataDir, startHouse } from './house.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product of this run answers, e.g. `http://localhost:41234`. */
    origin: string;
  }
}

/**
 * Starts the product once for all stories, with an empty data folder. With `E2E_ORIGIN` the stories visit a house that
 * is already running.
 */
export default async function startProduct({ provide }: TestProject): Promise<() => Promise<void>> {
  const running = process.env.E2E_ORIGIN;
  if (running) {
    provide('origin', running);
    return async () => {};
  }
  const { origin, stop } = await startHouse(await emptyDataDir(), '1');
  provide('origin', origin);
  return stop;
}
