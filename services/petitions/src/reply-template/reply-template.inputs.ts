import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Category, IdentityKind } from '../petition/rules/kinds.ts';
import { Disposition } from '../petition/rules/states.ts';
import { ReplyKind } from '../reply/rules/reply-kinds.ts';
import type { Fact, FieldSpec, Paragraph, ReplyTemplate } from '../reply/rules/reply-template.ts';
import { ReplyFact, ReplyFieldKind } from './reply-template.type.ts';

const NAME_MAX = 60;
const PARAGRAPH_MAX = 2000;
const LABEL_MAX = 60;

@InputType()
export class ReplyFieldSpecInput {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String, { description: 'What its author reads, in Chinese.' })
  readonly label!: string;

  @Field(() => String, { nullable: true, description: 'In English; null: as in Chinese.' })
  readonly labelEn?: string | null;

  @Field(() => Boolean)
  readonly required!: boolean;

  @Field(() => ReplyFieldKind)
  readonly type!: 'TEXT' | 'DAY';

  @Field(() => ReplyFact, { nullable: true })
  readonly prefill?: Fact | null;
}

@InputType()
export class ReplyParagraphInput {
  @Field(() => String)
  readonly text!: string;

  @Field(() => [Category])
  readonly categories!: readonly Category[];

  @Field(() => [IdentityKind])
  readonly identityKinds!: readonly IdentityKind[];
}

@InputType()
export class ReplyTemplateInput {
  @Field(() => ID, { nullable: true, description: 'Null: a letter there was none of.' })
  readonly templateId?: string | null;

  @Field(() => ReplyKind)
  readonly kind!: ReplyKind;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [Disposition], { nullable: true, description: 'Decisions it can tell; null: it depends on none.' })
  readonly dispositions?: readonly Disposition[] | null;

  @Field(() => [ReplyParagraphInput])
  readonly paragraphs!: readonly ReplyParagraphInput[];

  @Field(() => [ReplyFieldSpecInput])
  readonly fields!: readonly ReplyFieldSpecInput[];
}

@InputType()
export class SaveReplyTemplateInput {
  @Field(() => Int, { description: 'Of the draft that was on the screen; 0: there was none.' })
  readonly revision!: number;

  @Field(() => Boolean)
  readonly offered!: boolean;

  @Field(() => ReplyTemplateInput)
  readonly template!: ReplyTemplateInput;
}

@InputType()
export class ReplyTemplateStepInput {
  @Field(() => ID)
  readonly templateId!: string;

  @Field(() => Int)
  readonly revision!: number;
}

/** @throws Invalid when a text is too long, empty or holds what no text may hold */
export function templateOf(input: ReplyTemplateInput, now: Date): ReplyTemplate {
  const { templateId, kind, name, dispositions, paragraphs, fields } = input;
  return {
    id: templateId || newId(now),
    kind,
    name: cleanText(name, { field: 'name', min: 1, max: NAME_MAX }),
    dispositions: dispositions && dispositions.length > 0 ? [...dispositions] : null,
    paragraphs: paragraphs.map(paragraphOf),
    fields: fields.map(fieldOf),
  };
}

function paragraphOf({ text, categories, identityKinds }: ReplyParagraphInput, at: number): Paragraph {
  const clean = cleanText(text, { field: `paragraphs.${at}.text`, min: 1, max: PARAGRAPH_MAX });
  return { text: clean, categories: [...categories], identityKinds: [...identityKinds] };
}

function fieldOf({ key, label, labelEn, required, type, prefill }: ReplyFieldSpecInput, at: number): FieldSpec {
  const zh = cleanText(label, { field: `fields.${at}.label`, min: 1, max: LABEL_MAX });
  const en = cleanText(labelEn || zh, { field: `fields.${at}.labelEn`, min: 1, max: LABEL_MAX });
  return { key, label: { zh, en }, required, type, prefill: prefill ?? null };
}
