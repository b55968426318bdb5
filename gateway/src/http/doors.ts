import type { AskFor } from './asked-document.ts';
import type { Identify } from './identify.ts';

/** What every way to the graph passes first: who it is, and what they may ask. */
export interface Doors {
  readonly identify: Identify;
  readonly askFor: AskFor;
}
