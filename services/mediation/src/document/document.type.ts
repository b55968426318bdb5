import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const DocumentKindEnum = {
  SHARED: 'SHARED',
  SIGNED_AGREEMENT: 'SIGNED_AGREEMENT',
  EVIDENCE: 'EVIDENCE',
} as const;
export type DocumentKindEnum = (typeof DocumentKindEnum)[keyof typeof DocumentKindEnum];
registerEnumType(DocumentKindEnum, { name: 'ReferralDocumentKind' });

@ObjectType('ReferralDocument', { description: 'A paper of a referral that the viewer may open.' })
export class DocumentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DocumentKindEnum)
  readonly kind!: DocumentKindEnum;

  @Field(() => ID, { nullable: true, description: 'The thing to be done that it proves.' })
  readonly itemId!: string | null;

  @Field(() => String)
  readonly mediaType!: string;

  @Field(() => Int)
  readonly bytes!: number;

  @Field(() => DateTimeScalar)
  readonly addedAt!: Date;
}
