import { type Answer, buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { clerk, HANDLER_ID, HERE, NINTH, OFFICER_ID, SECOND, SECOND_HEAD_ID } from './build.ts';
import { Desk } from './desk.ts';

export const NINTH_HEAD_ID = '01900000-0000-7000-8000-000000000025';
export const officer = buildViewer(HERE, ['HANDLER'], { staffId: OFFICER_ID, departmentIds: [NINTH] });
export const ninthHead = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: NINTH_HEAD_ID, departmentIds: [NINTH] });
export const handler = buildViewer(HERE, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [SECOND] });
export const secondHead = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: SECOND_HEAD_ID, departmentIds: [SECOND] });
export const leader = buildViewer(HERE, ['LEADER'], { staffId: '01900000-0000-7000-8000-000000000026' });

export const REPLY = `id kind state version author { id } approvedBy { id } fields { key value } body
  checks { code passed words { zh en } } means sentBackReason letterNumber verificationCode dispatchedOn letterPath
  viewerCanEdit viewerCanApprove viewerCanDispatch`;
const PETITION = `id state matter { state followUpClock { dueOn } } proceduralClock { state stoppedOn }
  substantiveClock { state stoppedOn } viewerCanReply viewerCanApproveReply nextAction { kind }
  timeline { kind on actor { id } }`;

export const department = { handlingDepartment: '第二检察部' };
export const DONE = { done: '调取原卷', remaining: '询问有关人员', ...department };
export const FOUND = {
  facts: '未发现对您立案的记录',
  reasons: '协助调查不是立案',
  basis: '《人民检察院刑事诉讼规则》第一百六十三条',
  result: '您所反映的立案情况不存在',
  remedies: '可以向上一级人民检察院申诉',
  ...department,
};

/** The reply desk: drafts of the letter's replies, and the steps they take. */
export class ReplyDesk extends Desk {
  accepted = () => ({ petitionId: this.letter, kind: 'PROCEDURAL', templateId: 'procedural-accepted' });
  progress = () => ({ petitionId: this.letter, kind: 'PROGRESS', templateId: 'progress' });
  result = () => ({ petitionId: this.letter, kind: 'RESULT', templateId: 'result' });

  /** Hands a step in; `code` and `details` of its refusal, or the reply and its petition. */
  async step(viewer: Viewer, name: string, input: object): Promise<Answer> {
    const type = { submitReply: 'ReplyStepInput', approveReply: 'ReplyStepInput' }[name];
    const inputType = type ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${inputType}!) { ${name}(input: $input) { reply { ${REPLY} } petition { ${PETITION} } } }`;
    const { data, errors } = await this.ask(viewer, mutation, { input });
    return errors ? { code: errors[0].message, ...errors[0].extensions } : data[name];
  }

  async triage(petitionId: string, change: Record<string, unknown> = {}): Promise<void> {
    const accepted = { disposition: 'ACCEPTED', handlingDepartmentId: SECOND, handlerId: HANDLER_ID };
    const { errors } = await this.ask(
      clerk,
      'mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { id } } }',
      { input: { petitionId, version: 1, track: 'REAL_NAME', ...accepted, ...change } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
  }

  /** From a fresh draft to a submitted reply; `fields` fill the blanks the system leaves. */
  async submitted(viewer: Viewer, draft: object, fields: Record<string, string>): Promise<Answer> {
    const { reply } = await this.step(viewer, 'draftReply', draft);
    const changes = Object.entries(fields).map(([key, value]) => ({ key, value }));
    await this.step(viewer, 'editReply', { replyId: reply.id, version: 1, fields: changes });
    return (await this.step(viewer, 'submitReply', { replyId: reply.id, version: 2 })).reply;
  }

  /** Approved and sent on `on`; `signer` approves, `poster` posts. */
  async sent(reply: Answer, { signer, poster, on }: Posting): Promise<Answer> {
    const approved = await this.step(signer, 'approveReply', { replyId: reply.id, version: reply.version });
    const { version } = approved.reply;
    return this.step(poster, 'dispatchReply', { replyId: reply.id, version, means: 'LETTER', dispatchedOn: on });
  }

  /** As another subgraph would have it. */
  async read(viewer: Viewer, id: string): Promise<Answer> {
    const reference = `{ _entities(representations: [{ __typename: "Reply", id: "${id}" }]) { ... on Reply { ${REPLY} } } }`;
    return (await this.ask(viewer, reference)).data?._entities[0] ?? null;
  }
}

interface Posting {
  readonly signer: Viewer;
  readonly poster: Viewer;
  readonly on: string;
}
