import { hear } from '@everyletter/kit/events';
import { v } from '@everyletter/kit/shape';
import type { Context } from '../context.ts';

const told = v.object({
  version: v.pipe(v.number(), v.integer()),
  petitionIds: v.array(v.pipe(v.string(), v.uuid())),
  staffId: v.pipe(v.string(), v.uuid()),
  lifted: v.boolean(),
});

/** Somebody keeps away from a matter, or no longer does: booking, substitution and planning follow. */
export const hearRecusal = hear<Context, v.InferOutput<typeof told>>(told, (recusal, { recusals }) =>
  recusals.keep(recusal),
);
