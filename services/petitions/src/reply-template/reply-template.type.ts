import { PhraseType } from '@everyletter/kit/figures';
import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Category, IdentityKind } from '../petition/rules/kinds.ts';
import type { Words } from '../reply/rules/reply-template.ts';
import { FACTS, type Fact } from '../reply/rules/reply-template.ts';
import { TemplateState } from './reply-template.entity.ts';

export const ReplyFieldKind = { TEXT: 'TEXT', DAY: 'DAY' } as const;
export const ReplyFact = Object.fromEntries(FACTS.map((fact) => [fact, fact])) as Record<Fact, Fact>;
registerEnumType(ReplyFieldKind, { name: 'ReplyFieldKind' });
registerEnumType(ReplyFact, { name: 'ReplyFact', description: 'What the system knows and fills in by itself.' });
registerEnumType(TemplateState, { name: 'ReplyTemplateState' });

@ObjectType('ReplyFieldSpec', { description: 'One blank of a template.' })
export class ReplyFieldSpecType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => PhraseType)
  readonly label!: Words;

  @Field(() => Boolean)
  readonly required!: boolean;

  @Field(() => ReplyFieldKind)
  readonly type!: 'TEXT' | 'DAY';

  @Field(() => ReplyFact, { nullable: true, description: 'What a new draft starts with; the author may change it.' })
  readonly prefill!: Fact | null;
}

@ObjectType('ReplyParagraph', {
  description: 'In letters about one of the categories, to one of the kinds; empty: all.',
})
export class ReplyParagraphType {
  @Field(() => String, { description: 'Blanks stand as {{key}}.' })
  readonly text!: string;

  @Field(() => [Category])
  readonly categories!: readonly Category[];

  @Field(() => [IdentityKind])
  readonly identityKinds!: readonly IdentityKind[];
}

@ObjectType('ReplyTemplate', { description: 'A version of a letter with blanks.' })
export class ReplyTemplateType {
  @Field(() => Int, { description: '0: the one that stands until somebody saves another.' })
  readonly version!: number;

  @Field(() => TemplateState)
  readonly state!: string;

  @Field(() => Boolean, { description: 'Whether new letters may be written from it.' })
  readonly offered!: boolean;

  @Field(() => Int, { description: 'Hand it back with a change; a stale one is refused.' })
  readonly revision!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly changedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly approvedAt!: Date | null;
}

@ObjectType('ReplyTemplatePreview')
export class ReplyTemplatePreviewType {
  @Field(() => ID, { nullable: true, description: 'Of the petition; null: an invented one.' })
  readonly number!: string | null;

  @Field(() => String)
  readonly body!: string;
}

@ObjectType()
export class ReplyTemplatePayload {
  @Field(() => ReplyTemplateType)
  readonly replyTemplate!: object;
}
