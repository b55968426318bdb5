import { expect, test } from 'vitest';
import { letterBody } from '../../reply/rules/letter-text.ts';
import { always, type ReplyTemplate, required } from '../../reply/rules/reply-template.ts';
import { STANDING_TEMPLATES } from '../../reply/rules/reply-templates.ts';
import { checkTemplate } from './template-content.ts';

const FACTS = { officePhone: '12309', number: '1号', receivedOn: '2026-11-16', subject: '申诉' };
const facts = { ...FACTS, office: '', officeAddress: '', transferredTo: '', answerDueOn: '', nextAnswerOn: '' };
const template: ReplyTemplate = {
  id: 'short',
  kind: 'PROCEDURAL',
  name: '简短回复',
  dispositions: null,
  paragraphs: always('来信收到，编号{{number}}：{{request}}。', '电话：{{contactPhone}}。'),
  fields: [required('request', '请求', 'Request'), required('contactPhone', '电话', 'Phone')],
};
const refusal = (change: Partial<ReplyTemplate>) => {
  try {
    checkTemplate({ ...template, ...change });
    return null;
  } catch (error) {
    const { code, details } = error as { code: string; details: object };
    return { code, ...details };
  }
};
const text = (words: string) => [...template.paragraphs, ...always(words)];

test('every letter the product brings along would pass as one of an administrator’s', () => {
  for (const one of STANDING_TEMPLATES) expect(() => checkTemplate(one)).not.toThrow();
});

test('what is wrong with a template is told by its name', () => {
  expect(refusal({})).toBeNull();
  expect(refusal({ paragraphs: text('{{nobody}}') })).toMatchObject({
    code: 'REPLY_TEMPLATE_BLANK_UNKNOWN',
    name: 'nobody',
    field: 'paragraphs.2.text',
  });
  expect(refusal({ paragraphs: text('{{number}') })).toMatchObject({ code: 'REPLY_TEMPLATE_BLANK_BROKEN', line: 3 });
  const more = (key: string) => [...template.fields, required(key, '某', 'Some')];
  expect(refusal({ fields: more('unused') })).toMatchObject({ code: 'REPLY_TEMPLATE_FIELD_UNUSED', name: 'unused' });
  expect(refusal({ fields: more('request') })).toMatchObject({ code: 'REPLY_TEMPLATE_FIELD_TWICE', name: 'request' });
  expect(refusal({ fields: more('subject') })).toMatchObject({ code: 'REPLY_TEMPLATE_FIELD_INVALID' });
  expect(refusal({ dispositions: ['DECLINED'] })).toMatchObject({
    code: 'REPLY_TEMPLATE_FIELD_NEEDED',
    name: 'reasons',
  });
  expect(refusal({ kind: 'RESULT' })).toMatchObject({ code: 'REPLY_TEMPLATE_FIELD_NEEDED', name: 'facts' });
  expect(refusal({ paragraphs: [] })).toMatchObject({ code: 'REPLY_TEMPLATE_SIZE_INVALID', field: 'paragraphs' });
});

test('a paragraph for some stands in their letters only', () => {
  const [first, last] = template.paragraphs as [
    (typeof template.paragraphs)[number],
    (typeof template.paragraphs)[number],
  ];
  const aid = { text: '您可以申请司法救助。', categories: ['CRIMINAL_APPEAL'], identityKinds: ['REAL_NAME'] } as const;
  const some = { ...template, paragraphs: [first, aid, last] };
  const body = (category: string, identityKind: string) => letterBody(some, {}, facts, { category, identityKind });
  expect(body('CRIMINAL_APPEAL', 'REAL_NAME')).toContain('司法救助');
  expect(body('CRIMINAL_APPEAL', 'ANONYMOUS')).not.toContain('司法救助');
  expect(body('SUGGESTION', 'REAL_NAME')).not.toContain('司法救助');
});
