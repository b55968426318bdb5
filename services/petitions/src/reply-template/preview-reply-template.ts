import { authorize, NotFound } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import { factsOf } from '../reply/letters.ts';
import { type LetterFacts, letterBody, startingValues } from '../reply/rules/letter-text.ts';
import type { ReplyTemplate, Situation } from '../reply/rules/reply-template.ts';
import { writesTemplates } from './reply-template.policy.ts';
import { checkTemplate } from './rules/template-content.ts';

/** How a letter would read before anybody has filled it in. */
export interface TemplatePreview {
  /** Null: an invented petition. */
  readonly number: string | null;
  readonly body: string;
}

/**
 * The letter to a petition the viewer may read; administrators read none, and see it with an invented one.
 * @throws NotFound `PETITION_NOT_FOUND`; those of `checkTemplate`
 */
export async function previewReplyTemplate(
  template: ReplyTemplate,
  petitionNumber: string | null,
  context: Context,
): Promise<TemplatePreview> {
  const { petitions, letters, viewer } = context;
  authorize(writesTemplates(viewer));
  checkTemplate(template);
  if (petitionNumber === null) return { number: null, body: read(template, await specimen(context), SPECIMEN) };
  const petition = await petitions.numbered(petitionNumber);
  if (!petition) throw new NotFound('PETITION_NOT_FOUND', { field: 'petitionNumber' });
  return {
    number: petition.number,
    body: read(template, factsOf(await letters.settingOf(petition)), petition),
  };
}

const SPECIMEN = { category: 'CRIMINAL_APPEAL', identityKind: 'REAL_NAME' } as const;

function read(template: ReplyTemplate, facts: LetterFacts, situation: Situation): string {
  return letterBody(template, startingValues(template, facts), facts, situation);
}

async function specimen({ terms, today }: Context): Promise<LetterFacts> {
  const { name, phone, address, numberPrefix } = await terms.office();
  return {
    office: name,
    officePhone: phone,
    officeAddress: address,
    number: `${numberPrefix}〔0000〕00000号`,
    receivedOn: today,
    subject: '（信访请求）',
    transferredTo: '',
    answerDueOn: today,
    nextAnswerOn: today,
  };
}
