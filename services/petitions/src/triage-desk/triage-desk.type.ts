import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PetitionType } from '../petition/petition.type.ts';
import { AcceptanceCheck } from '../petition/rules/acceptance.ts';
import { Channel, Track } from '../petition/rules/kinds.ts';
import { Disposition } from '../petition/rules/states.ts';

registerEnumType(AcceptanceCheck, { name: 'AcceptanceCheck', description: '受理的四项条件' });

@ObjectType('TriageLane', { description: 'One of the five fast tracks: what waits on it, the oldest first.' })
export class TriageLaneType {
  @Field(() => Track)
  readonly track!: Track;

  @Field(() => Int, { description: 'Workdays from receipt, by the policy pack.' })
  readonly targetWorkdays!: number;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => Int, { description: 'Of them past their target.' })
  readonly lateCount!: number;

  @Field(() => [PetitionType], { description: 'The first fifty.' })
  readonly petitions!: readonly object[];
}

@ObjectType('DayBoardLine')
export class DayBoardLineType {
  @Field(() => Channel)
  readonly channel!: Channel;

  @Field(() => Int, { description: 'Registered on that day.' })
  readonly received!: number;

  @Field(() => Int, { description: 'Of those, disposed of by now.' })
  readonly disposed!: number;

  @Field(() => Int, { description: 'Of those, still on the desk.' })
  readonly left!: number;
}

@ObjectType('DayBoard', { description: '日清日结: what came in on a day and what of it is left.' })
export class DayBoardType {
  @Field(() => LocalDateScalar)
  readonly day!: string;

  @Field(() => [DayBoardLineType])
  readonly lines!: readonly DayBoardLineType[];

  @Field(() => Int)
  readonly received!: number;

  @Field(() => Int)
  readonly left!: number;

  @Field(() => Int, { description: 'Disposed of on that day, whenever they came.' })
  readonly disposedThatDay!: number;

  @Field(() => Int, { description: 'Still on the desk from earlier days.' })
  readonly leftFromBefore!: number;

  @Field(() => Boolean, { description: 'Nothing is left, of that day or from before.' })
  readonly cleared!: boolean;

  @Field(() => [PetitionType], { description: 'What is left, the oldest first; at most a hundred.' })
  readonly petitions!: readonly object[];
}

@ObjectType('DispositionReason', { description: 'A reason that may be chosen for a disposition.' })
export class DispositionReasonType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => Disposition)
  readonly disposition!: Disposition;

  @Field(() => PhraseType)
  readonly words!: PhraseType;
}

@InputType()
export class AnswerOnTheSpotInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => String, { description: 'What was told, in writing.' })
  readonly answer!: string;
}
