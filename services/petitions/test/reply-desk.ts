import type { Service } from '@everyletter/kit/service';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { petitionsService } from '../src/service.ts';
import { clerk, HANDLER_ID, HERE, NINTH, OFFICER_ID, plantTerms, SECOND, SECOND_HEAD_ID, testKeys } from './build.ts';

export const NINTH_HEAD_ID = '01900000-0000-7000-8000-000000000025';
export const officer = buildViewer(HERE, ['HANDLER'], { staffId: OFFICER_ID, departmentIds: [NINTH] });
export const ninthHead = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: NINTH_HEAD_ID, departmentIds: [NINTH] });
export const handler = buildViewer(HERE, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [SECOND] });
export const secondHead = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: SECOND_HEAD_ID, departmentIds: [SECOND] });
export const leader = buildViewer(HERE, ['LEADER'], { staffId: '01900000-0000-7000-8000-000000000026' });

// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's own
export type Answer = any;

export const REPLY = `id kind state version author { id } approvedBy { id } fields { key value } body
  checks { code passed words { zh en } } means sentBackReason letterNumber verificationCode dispatchedOn letterPath
  viewerCanEdit viewerCanApprove viewerCanDispatch`;
const PETITION = `id state matter { state followUpClock { dueOn } } proceduralClock { state stoppedOn }
  substantiveClock { state stoppedOn } viewerCanReply viewerCanApproveReply nextAction { kind }
  timeline { kind on actor { id } }`;

/** The reply desk of a service on a database of its own, spoken to over GraphQL. */
export class ReplyDesk {
  now = '2026-11-23T04:00:00Z';
  readonly database: TestDatabase;
  private service: Service | undefined;

  private constructor(database: TestDatabase) {
    this.database = database;
  }

  /** `jobs`: also runs what is done between requests, such as an import. */
  static async open({ jobs = false } = {}): Promise<ReplyDesk> {
    const desk = new ReplyDesk(await testDatabase([petitionsService]));
    await plantTerms(desk.database);
    const clock = () => new Date(desk.now);
    desk.service = await desk.database.start(petitionsService, { clock, keys: testKeys, jobs });
    return desk;
  }

  get door(): Service {
    return this.service as Service;
  }

  async ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer> {
    return JSON.parse(JSON.stringify(await this.door.execute({ query, variables }, viewer)));
  }

  /** Hands a step in; `code` and `details` of its refusal, or the reply and its petition. */
  async step(viewer: Viewer, name: string, input: Record<string, unknown>): Promise<Answer> {
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
  async submitted(viewer: Viewer, draft: Record<string, unknown>, fields: Record<string, string>): Promise<Answer> {
    const { reply } = await this.step(viewer, 'draftReply', draft);
    const changes = Object.entries(fields).map(([key, value]) => ({ key, value }));
    await this.step(viewer, 'editReply', { replyId: reply.id, version: 1, fields: changes });
    return (await this.step(viewer, 'submitReply', { replyId: reply.id, version: 2 })).reply;
  }
}
