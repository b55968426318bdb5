import { RuleBroken } from '@everyletter/kit/errors';

/** COVER: somebody takes it. EXCHANGE: somebody takes it and gives one of theirs. */
export const SwapKind = { COVER: 'COVER', EXCHANGE: 'EXCHANGE' } as const;
export type SwapKind = (typeof SwapKind)[keyof typeof SwapKind];

/** Whom the asking lawyer asks: colleagues of the firm, or all who could. */
export const SwapAudience = { FIRM: 'FIRM', ALL: 'ALL' } as const;
export type SwapAudience = (typeof SwapAudience)[keyof typeof SwapAudience];

export const SwapState = {
  ASKED: 'ASKED',
  ANSWERED: 'ANSWERED',
  APPROVED: 'APPROVED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
} as const;
export type SwapState = (typeof SwapState)[keyof typeof SwapState];

export const OPEN: readonly SwapState[] = ['ASKED', 'ANSWERED'];

type Step = 'answer' | 'withdraw' | 'decide';
const FROM: Readonly<Record<Step, readonly SwapState[]>> = {
  answer: ['ASKED'],
  withdraw: ['ASKED', 'ANSWERED'],
  decide: ['ASKED', 'ANSWERED'],
};

/** An approval needs an answer; refusing does not. @throws RuleBroken `SWAP_NOT_OPEN`, `SWAP_NOT_ANSWERED` */
export function checkSwapStep(state: SwapState, step: Step, approve = false): void {
  if (!FROM[step].includes(state)) throw new RuleBroken('SWAP_NOT_OPEN', { state });
  if (step === 'decide' && approve && state !== 'ANSWERED') throw new RuleBroken('SWAP_NOT_ANSWERED');
}
