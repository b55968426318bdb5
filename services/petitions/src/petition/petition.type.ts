import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Category, Channel, IdentityKind, Track } from './rules/kinds.ts';
import { Disposition, PetitionState } from './rules/states.ts';

registerEnumType(Channel, { name: 'Channel', description: 'How it reached the office.' });
registerEnumType(Category, { name: 'Category', description: 'What it asks for.' });
registerEnumType(IdentityKind, { name: 'IdentityKind' });
registerEnumType(Track, { name: 'Track', description: 'The five fast tracks (五快).' });
registerEnumType(PetitionState, { name: 'PetitionState' });
registerEnumType(Disposition, { name: 'Disposition', description: '受理 · 转送 · 交办 · 不予受理 · 告知 · 存查' });

@Directive('@key(fields: "id")')
@ObjectType('Petition', { description: 'One communication with its own seven-day clock.' })
export class PetitionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly number!: string;

  @Field(() => Int, { description: 'Hand it back with a change; a stale one is refused.' })
  readonly version!: number;

  @Field(() => Channel)
  readonly channel!: Channel;

  @Field(() => Category)
  readonly category!: Category;

  @Field(() => String, { description: 'What it is about, without personal data.' })
  readonly subject!: string;

  @Field(() => LocalDateScalar)
  readonly receivedOn!: string;

  @Field(() => DateTimeScalar)
  readonly registeredAt!: Date;

  @Field(() => IdentityKind)
  readonly identityKind!: IdentityKind;

  @Field(() => PetitionState)
  readonly state!: PetitionState;

  @Field(() => Disposition, { nullable: true })
  readonly disposition!: Disposition | null;

  @Field(() => Track)
  readonly track!: Track;

  @Field(() => Int)
  readonly representativeCount!: number;

  @Field(() => Int, { description: 'How many people stand behind it.' })
  readonly peopleCount!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when it should have left the triage desk.' })
  readonly triageTargetOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'It repeats a matter whose answer was late on that day.',
  })
  readonly escalatedOn!: string | null;

  @Field(() => Boolean, { description: 'An accusation or report: never to reach whom it is about.' })
  readonly restricted!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it left the triage desk.' })
  readonly disposedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The triage rule that put it on its track.' })
  readonly triageRule!: string | null;

  @Field(() => String, { nullable: true, description: 'The organ that passed it on without an order.' })
  readonly transferredFrom!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day a reply came back that had reached nobody: its clocks run again. Null once it is sent anew.',
  })
  readonly returnedOn!: string | null;
}
