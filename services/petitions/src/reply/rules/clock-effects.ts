import type { MatterState } from '../../petition/rules/states.ts';
import type { ReplyKind } from './reply-kinds.ts';

/** What a dispatch does to the promises of the petition and its matter. */
export interface ClockEffects {
  readonly stopsProcedural: boolean;
  readonly stopsSubstantive: boolean;
  /** The monthly follow-up moves to its next day; a result ends it. */
  readonly followUp: 'UNCHANGED' | 'MOVES' | 'ENDS';
  readonly matterState: MatterState | null;
}

/** Where the clocks stand before the dispatch. */
export interface ClocksBefore {
  readonly proceduralRuns: boolean;
  readonly substantiveRuns: boolean;
  /** False for what was declined or sent elsewhere: no answer is owed after the procedural reply. */
  readonly answerOwed: boolean;
  readonly progressSatisfies: boolean;
}

/**
 * A procedural reply stops the seven days. A result stops the three months, and the seven days too when nothing came
 * before it. Progress told within the three months satisfies them without ending the matter, which then owes an answer
 * each month; whether it does is the policy pack's. The notice of an extension tells how things stand and so counts for
 * the month, not for the answer. A matter that is not handled here ends with its procedural reply.
 * Source: 《人民检察院刑事诉讼规则》163; domain rules R1, R3, R4, R7.
 */
export function clockEffects(kind: ReplyKind, before: ClocksBefore): ClockEffects {
  const { proceduralRuns, substantiveRuns, answerOwed, progressSatisfies } = before;
  switch (kind) {
    case 'PROCEDURAL':
      return {
        stopsProcedural: proceduralRuns,
        stopsSubstantive: false,
        followUp: answerOwed ? 'UNCHANGED' : 'ENDS',
        matterState: answerOwed ? null : 'ANSWERED',
      };
    case 'PROGRESS':
      return {
        stopsProcedural: false,
        stopsSubstantive: progressSatisfies && substantiveRuns,
        followUp: 'MOVES',
        matterState: null,
      };
    case 'EXTENSION':
      return { stopsProcedural: false, stopsSubstantive: false, followUp: 'MOVES', matterState: null };
    case 'RESULT':
      return {
        stopsProcedural: proceduralRuns,
        stopsSubstantive: substantiveRuns,
        followUp: 'ENDS',
        matterState: 'ANSWERED',
      };
  }
}
