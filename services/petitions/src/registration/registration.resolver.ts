import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { checkRegistration } from './check-registration.ts';
import { queryCodeOf } from './query-code.ts';
import { registerPetition, takeInPetition } from './register-petition.ts';
import { RegisterPetitionInput, RegistrationFormInput } from './registration.inputs.ts';
import { RegisterPetitionPayload, RegistrationCheckType, TakenInPayload } from './registration.type.ts';
import { labelPath, receiptPath } from './slip.files.ts';

@Resolver()
export class RegistrationResolver {
  @Query(() => RegistrationCheckType, { description: 'Reads the form while it is filled in.' })
  registrationCheck(
    @Arg('form', () => RegistrationFormInput) form: RegistrationFormInput,
    @Ctx() context: Context,
  ): Promise<RegistrationCheckType> {
    return checkRegistration(form, context);
  }

  @Mutation(() => TakenInPayload, {
    description:
      'For other systems, by key or session: the same key and form twice is one petition, another form a conflict.',
  })
  async takeInPetition(
    @Arg('input', () => RegisterPetitionInput) input: RegisterPetitionInput,
    @Ctx() context: Context,
  ): Promise<TakenInPayload> {
    const { id, institutionId, number, receivedOn, proceduralDueOn } = await takeInPetition(input, context);
    const queryCode = queryCodeOf(id, institutionId, context.options.keys);
    return { number, queryCode, receivedOn, replyDueOn: proceduralDueOn as string };
  }

  @Mutation(() => RegisterPetitionPayload, { description: 'Registers one letter, visit, call or fax.' })
  async registerPetition(
    @Arg('input', () => RegisterPetitionInput) input: RegisterPetitionInput,
    @Ctx() context: Context,
  ): Promise<RegisterPetitionPayload> {
    const petition = await registerPetition(input, context);
    const queryCode = queryCodeOf(petition.id, petition.institutionId, context.options.keys);
    const queueNumber = await context.queueTickets.of(petition);
    return {
      petition,
      queryCode,
      queueNumber,
      receiptPath: receiptPath(petition.id),
      labelPath: labelPath(petition.id),
    };
  }
}
