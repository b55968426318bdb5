import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const InstitutionLevel = {
  SUPREME: 'SUPREME',
  PROVINCIAL: 'PROVINCIAL',
  MUNICIPAL: 'MUNICIPAL',
  DISTRICT: 'DISTRICT',
} as const;
export type InstitutionLevel = (typeof InstitutionLevel)[keyof typeof InstitutionLevel];
registerEnumType(InstitutionLevel, { name: 'InstitutionLevel' });

@Directive('@key(fields: "id")')
@ObjectType('Institution', { description: 'A procuratorate in the tree of four levels.' })
export class InstitutionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly shortName!: string;

  @Field(() => InstitutionLevel)
  readonly level!: InstitutionLevel;
}
