import { expect, test } from 'vitest';
import { type Belonging, permit } from '../referral.policy.ts';
import { type Actor, commandsFor, ReferralCommand, ReferralState } from './referral-states.ts';

const ACTORS: readonly Actor[] = ['OFFICE', 'PARTNER', 'CASE_MEDIATOR', 'PARTNER_ADMINISTRATOR', 'SYSTEM'];
/** In the order of the columns below. */
const STATES = Object.values(ReferralState);

/**
 * The whole machine, written a second time: rows are commands, columns are states. `O` office, `P` partner, `C` mediator
 * of the case, `A` administrator of the partner, `S` a job, `.` nobody.
 */
const MACHINE: Readonly<Record<ReferralCommand, string>> = {
  //                 PROPOSED CONSENTED ACCEPTED AGREED PERFORMED FAILED BREACHED DECLINED EXPIRED REFUSED WITHDRAWN CANCELLED
  CHANGE_SHARING: 'O . . . . . . . . . . .',
  RECORD_CONSENT: 'O . . . . . . . . . . .',
  WITHDRAW_CONSENT: 'OC OC OC OC . . . . . . . .',
  CANCEL: 'O O . . . . . . . . . .',
  ACCEPT: '. P . . . . . . . . . .',
  DECLINE: '. P . . . . . . . . . .',
  EXPIRE: '. S . . . . . . . . . .',
  MEDIATE: '. . C . . . . . . . . .',
  REPLACE_MEDIATOR: '. . CA CA . . . . . . . .',
  FAIL: '. . C . . . . . . . . .',
  AGREE: '. . C . . . . . . . . .',
  FOLLOW_PERFORMANCE: '. . . C . . . . . . . .',
  COMPLETE: '. . . C . . . . . . . .',
  BREACH: '. . . C . . . . . . . .',
  REFER_AGAIN: '. . . . . O . O O O O O',
  RECORD_FEEDBACK: '. . . . O O O . . . O .',
};
const LETTER: Readonly<Record<Actor, string>> = {
  OFFICE: 'O',
  PARTNER: 'P',
  CASE_MEDIATOR: 'C',
  PARTNER_ADMINISTRATOR: 'A',
  SYSTEM: 'S',
};

const cell = (command: ReferralCommand, state: string) =>
  MACHINE[command].split(' ')[STATES.indexOf(state as ReferralState)] ?? '';
const referral = (state: string): Belonging => ({ departmentId: 'd', organisationId: 'o', state });

test('the table names every command and every state', () => {
  expect(Object.keys(MACHINE).sort()).toEqual(Object.values(ReferralCommand).sort());
  for (const row of Object.values(MACHINE)) expect(row.split(' ')).toHaveLength(STATES.length);
});

test.each(STATES.flatMap((state) => ACTORS.map((actor) => [state, actor] as const)))(
  'a referral that is %s lets %s do what the table says and refuses the rest',
  (state, actor) => {
    for (const command of Object.values(ReferralCommand)) {
      const attempt = () => permit(command, referral(state), [actor]);
      const isTheirs = Object.values(STATES).some((any) => cell(command, any).includes(LETTER[actor]));
      if (cell(command, state).includes(LETTER[actor])) expect(attempt, command).not.toThrow();
      else expect(attempt, command).toThrow(isTheirs ? 'REFERRAL_STATE_FORBIDS' : 'NOT_ALLOWED');
    }
    const offered = Object.values(ReferralCommand).filter((command) => cell(command, state).includes(LETTER[actor]));
    expect(commandsFor(state, [actor])).toEqual(offered);
  },
);
