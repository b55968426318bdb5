import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Party } from '../party/party.entity.ts';
import { PartyType } from '../party/party.type.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { ReferralPayload } from '../referral/referral.inputs.ts';
import { actorsOf } from '../referral/referral-step.ts';
import { commandsFor } from '../referral/rules/referral-states.ts';
import { MediationReportType } from '../report/report.type.ts';
import { FeedbackSettingPayload, MediationFeedbackType, RecordFeedbackInput } from './feedback.type.ts';
import { askForFeedback, feedbackOf, recordFeedback } from './record-feedback.ts';

@Resolver(() => MediationReportType)
export class FeedbackResolver {
  @FieldResolver(() => MediationFeedbackType, { description: 'By whole months.' })
  feedback(@Root() { from, to }: MediationReportType, @Ctx() context: Context): Promise<MediationFeedbackType> {
    return feedbackOf({ from, to }, context);
  }

  @Mutation(() => ReferralPayload, { description: 'From the slip of a party, once; what it says is kept apart.' })
  async recordFeedback(
    @Arg('input', () => RecordFeedbackInput) input: RecordFeedbackInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await recordFeedback(input, context) };
  }

  @Mutation(() => FeedbackSettingPayload, { description: 'Whether parties are asked after a mediation.' })
  async askForFeedback(
    @Arg('asked', () => Boolean) asked: boolean,
    @Ctx() context: Context,
  ): Promise<FeedbackSettingPayload> {
    return { asked: await askForFeedback(asked, context) };
  }
}

@Resolver(() => PartyType)
export class PartyFeedbackResolver {
  @FieldResolver(() => Boolean, { description: 'It is asked, and has not answered yet.' })
  async viewerCanRecordFeedback(@Root() party: Party, @Ctx() context: Context): Promise<boolean> {
    const referral = (await context.referrals.find(party.referralId)) as Referral;
    if (party.feedbackGiven || !referral.acceptedOn) return false;
    const { feedback } = await context.terms.current();
    return feedback && commandsFor(referral.state, await actorsOf(referral, context)).includes('RECORD_FEEDBACK');
  }
}
