import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const PartySide = { PETITIONER: 'PETITIONER', OTHER_SIDE: 'OTHER_SIDE' } as const;
export type PartySide = (typeof PartySide)[keyof typeof PartySide];
registerEnumType(PartySide, { name: 'PartySide' });

export const ConsentState = { ASKED: 'ASKED', GIVEN: 'GIVEN', REFUSED: 'REFUSED', WITHDRAWN: 'WITHDRAWN' } as const;
export type ConsentState = (typeof ConsentState)[keyof typeof ConsentState];
registerEnumType(ConsentState, { name: 'ConsentState' });

@ObjectType('Party', { description: 'One side of a dispute.' })
export class PartyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PartySide)
  readonly side!: PartySide;

  @Field(() => Int, { description: 'From 1, in the order they were named.' })
  readonly number!: number;
}
