import { type Answer, buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HERE } from './build.ts';
import { security, system } from './clock-keeper.ts';
import { ninthHead, ReplyDesk } from './reply-desk.ts';

const desk = new ReplyDesk();
const TEMPLATE = 'id version state offered revision name body draftedBy { id } approvedBy { id } viewerCanApprove';
const SHORT = {
  kind: 'PROCEDURAL',
  name: '简短回复',
  paragraphs: ['{{receivedOn}}收到，编号{{number}}。您的请求：{{request}}。', '电话{{contactPhone}}。'].map((text) => ({
    text,
    categories: [],
    identityKinds: [],
  })),
  fields: [
    { key: 'request', label: '信访请求', required: true, type: 'TEXT', prefill: 'subject' },
    { key: 'contactPhone', label: '联系电话', required: true, type: 'TEXT', prefill: 'officePhone' },
  ],
};

beforeAll(async () => {
  await desk.open();
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

async function step(viewer: Viewer, name: string, input: object): Promise<Answer> {
  const type = name === 'saveReplyTemplate' ? 'SaveReplyTemplateInput' : 'ReplyTemplateStepInput';
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { replyTemplate { ${TEMPLATE} } } }`;
  const { data, errors } = await desk.ask(viewer, mutation, { input });
  return errors ? { code: errors[0].extensions.code, ...errors[0].extensions.details } : data[name].replyTemplate;
}
const save = (viewer: Viewer, change: object = {}, revision = 0) =>
  step(viewer, 'saveReplyTemplate', { revision, offered: true, template: { ...SHORT, ...change } });
const offered = async (viewer: Viewer) =>
  (await desk.ask(viewer, '{ replyTemplates { id version } }')).data.replyTemplates as {
    id: string;
    version: number;
  }[];

test('a head drafts a letter, tries it on a petition, and an administrator puts it in force for the desk', async () => {
  const draft = await save(ninthHead);
  expect(draft).toMatchObject({ version: 1, state: 'DRAFT', revision: 1, viewerCanApprove: false });
  expect((await offered(clerk)).map(({ id }) => id)).not.toContain(draft.id);
  const number = (await desk.ask(clerk, `{ petition(id: "${desk.letter}") { number } }`)).data.petition.number;
  const preview = await desk.ask(
    ninthHead,
    'query ($t: ReplyTemplateInput!, $n: String) { replyTemplatePreview(template: $t, petitionNumber: $n) { number body } }',
    { t: SHORT, n: number },
  );
  expect(preview.data.replyTemplatePreview).toMatchObject({ number, body: expect.stringContaining(number) });
  expect(await step(system, 'approveReplyTemplate', { templateId: draft.id, revision: 1 })).toMatchObject({
    state: 'APPROVED',
    approvedBy: { id: system.staffId },
  });
  expect(await offered(clerk)).toContainEqual({ id: draft.id, version: 1 });
  const { reply } = await desk.step(clerk, 'draftReply', { ...desk.accepted(), templateId: draft.id });
  expect(reply.body).toContain(`编号${number}`);
  const [{ content }] = await desk.rows(
    `select content from petitions.audit_entry where content like '%_REPLY_TEMPLATE%' order by sequence desc limit 1`,
  );
  expect(JSON.parse(content)).toMatchObject({ action: 'APPROVE_REPLY_TEMPLATE', subjectId: draft.id });
});

test('a reply keeps the version it was begun with, and so does what the product brought along', async () => {
  const before = await desk.rows('select id, template_id from petitions.reply limit 1');
  const [{ id, template_id: templateId }] = before;
  const words = async () => (await desk.read(clerk, id)).body;
  const read = await words();
  const next = await save(system, {
    templateId,
    name: '更短',
    paragraphs: SHORT.paragraphs.map((one) => ({ ...one, text: `新：${one.text}` })),
  });
  expect(next).toMatchObject({ id: templateId, version: 2 });
  await step(security, 'approveReplyTemplate', { templateId, revision: 1 });
  expect(await words()).toBe(read);
  const { data } = await desk.ask(clerk, `{ replyTemplateVersions(id: "${templateId}") { version } }`);
  expect(data.replyTemplateVersions).toEqual([{ version: 2 }, { version: 1 }]);
});

test('a letter that is withdrawn is offered no more; the notice of an extension always is', async () => {
  const input = (templateId: string, kind: string) => ({
    revision: 0,
    offered: false,
    template: { ...SHORT, templateId, kind },
  });
  const EXTENSION = ['reason', 'newDueOn', 'nextAnswerOn'];
  const fields = [...SHORT.fields, ...EXTENSION.map((key) => ({ ...SHORT.fields[0], key, prefill: null }))];
  const paragraphs = [
    ...SHORT.paragraphs,
    { ...SHORT.paragraphs[0], text: EXTENSION.map((key) => `{{${key}}}`).join('') },
  ];
  const always = {
    revision: 0,
    offered: false,
    template: { ...SHORT, templateId: 'extension-notice', kind: 'EXTENSION', fields, paragraphs },
  };
  expect(await step(system, 'saveReplyTemplate', always)).toMatchObject({ code: 'REPLY_TEMPLATE_ALWAYS_OFFERED' });
  expect(await step(system, 'saveReplyTemplate', input('procedural-filed', 'PROCEDURAL'))).toMatchObject({
    version: 1,
  });
  await step(security, 'approveReplyTemplate', { templateId: 'procedural-filed', revision: 1 });
  expect((await offered(clerk)).map(({ id }) => id)).not.toContain('procedural-filed');
  expect(await desk.step(clerk, 'draftReply', { ...desk.accepted(), templateId: 'procedural-filed' })).toMatchObject({
    code: 'REPLY_TEMPLATE_UNKNOWN',
  });
});

test('what is refused changes nothing: unknown blanks, own approval, an old draft, another kind', async () => {
  const unknown = [{ text: '{{telephone}}', categories: [], identityKinds: [] }, ...SHORT.paragraphs];
  expect(await save(ninthHead, { paragraphs: unknown })).toMatchObject({
    code: 'REPLY_TEMPLATE_BLANK_UNKNOWN',
    name: 'telephone',
  });
  expect(await save(system, { templateId: 'procedural-accepted', kind: 'PROGRESS' })).toMatchObject({
    code: 'REPLY_TEMPLATE_FIELD_NEEDED',
  });
  const { id } = await save(system);
  expect(await step(system, 'approveReplyTemplate', { templateId: id, revision: 1 })).toMatchObject({
    code: 'REPLY_TEMPLATE_APPROVER_WROTE',
  });
  expect(await save(ninthHead, { templateId: id }, 7)).toMatchObject({ code: 'REPLY_TEMPLATE_CHANGED' });
  expect(await step(ninthHead, 'discardReplyTemplate', { templateId: id, revision: 1 })).toMatchObject({
    state: 'DISCARDED',
  });
  expect(await step(security, 'approveReplyTemplate', { templateId: id, revision: 2 })).toMatchObject({
    code: 'REPLY_TEMPLATE_NOT_FOUND',
  });
});

test('strangers write none, administrators read no petition through a preview, another institution sees none', async () => {
  expect(await save(clerk)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await step(ninthHead, 'approveReplyTemplate', { templateId: 'result', revision: 1 })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  const ask = (viewer: Viewer, n: string | null) =>
    desk.ask(
      viewer,
      'query ($t: ReplyTemplateInput!, $n: String) { replyTemplatePreview(template: $t, petitionNumber: $n) { body } }',
      { t: SHORT, n },
    );
  const number = (await desk.ask(clerk, `{ petition(id: "${desk.letter}") { number } }`)).data.petition.number;
  expect((await ask(system, number)).errors[0].extensions.code).toBe('PETITION_NOT_FOUND');
  expect((await ask(system, null)).data.replyTemplatePreview.body).toContain('（信访请求）');
  const elsewhere = buildViewer(ELSEWHERE, ['CLERK'], { staffId: clerk.staffId as string });
  expect((await offered(elsewhere)).every(({ version }) => version === 0)).toBe(true);
  const reporter = buildViewer(HERE, ['REPORTER']);
  expect((await desk.ask(reporter, '{ replyTemplates { id } }')).errors[0].extensions.code).toBe('NOT_ALLOWED');
});
