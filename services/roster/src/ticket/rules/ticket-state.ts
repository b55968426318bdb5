import { RuleBroken } from '@everyletter/kit/errors';

export const TicketState = {
  BOOKED: 'BOOKED',
  ARRIVED: 'ARRIVED',
  CALLED: 'CALLED',
  DONE: 'DONE',
  NO_SHOW: 'NO_SHOW',
  CANCELLED: 'CANCELLED',
} as const;
export type TicketState = (typeof TicketState)[keyof typeof TicketState];

/** What may follow what. A mistake at the desk can be taken back: who did not come may come after all. */
const NEXT: Readonly<Record<TicketState, readonly TicketState[]>> = {
  BOOKED: ['ARRIVED', 'NO_SHOW', 'CANCELLED'],
  ARRIVED: ['CALLED', 'BOOKED', 'CANCELLED'],
  CALLED: ['DONE', 'ARRIVED'],
  DONE: ['CALLED'],
  NO_SHOW: ['ARRIVED'],
  CANCELLED: [],
};

export function nextStates(state: TicketState): readonly TicketState[] {
  return NEXT[state];
}

/** @throws RuleBroken `TICKET_STEP_INVALID` */
export function checkStep(from: TicketState, to: TicketState): void {
  if (!NEXT[from].includes(to)) throw new RuleBroken('TICKET_STEP_INVALID', { field: 'state', from, to });
}

/** Whether somebody may still come. */
export function isOpen(state: TicketState): boolean {
  return state === 'BOOKED' || state === 'ARRIVED' || state === 'CALLED';
}
