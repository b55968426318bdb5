/** Seal red belongs to overdue alone; words beside the ticks say the same, so colour is never the only sign. */
export const CLOCK_TONES = {
  NOT_STARTED: 'text-ink-3',
  RUNNING: 'text-ink-2',
  DUE_SOON: 'text-amber font-medium',
  OVERDUE: 'text-seal font-semibold',
  STOPPED: 'text-jade',
} as const;
