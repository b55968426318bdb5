import type { Answer } from '@everyletter/kit/testing';
import { clerk, HANDLER_ID, NINTH, OFFICER_ID, SECOND } from './build.ts';
import { Desk } from './desk.ts';

const STATE = `id version state disposition track trackReason { zh en } handlingDepartment { id } handler { id }
  matter { state } substantiveClock { state dueOn } timeline { kind actor { id } assignedTo { id } assignee { id } words { zh } detail }`;

export const DECLINED = {
  disposition: 'DECLINED',
  reason: '不属于检察机关管辖',
  handlingDepartmentId: null,
  handlerId: null,
};

/** The triage desk: routes the letter and gives it to somebody. */
export class TriageDesk extends Desk {
  triage(change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    const accepted = {
      track: 'REAL_NAME',
      disposition: 'ACCEPTED',
      handlingDepartmentId: SECOND,
      handlerId: HANDLER_ID,
    };
    return this.ask(
      viewer,
      `mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { ${STATE} } } }`,
      { input: { petitionId: this.letter, version: 1, ...accepted, ...change } },
    );
  }

  assign(change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    return this.ask(
      viewer,
      `mutation ($input: AssignPetitionInput!) { assignPetition(input: $input) { petition { ${STATE} } } }`,
      { input: { petitionId: this.letter, version: 2, handlingDepartmentId: NINTH, handlerId: OFFICER_ID, ...change } },
    );
  }

  /** Everything a refused mutation might have changed. */
  async stored(): Promise<string> {
    const [found] = await this.rows(
      `select (select p::text from petitions.petition p where p.id = $1) as petition,
              (select count(*) from petitions.timeline_entry where petition_id = $1) as happened,
              (select count(*) from petitions.audit_entry) as audited`,
      [this.letter],
    );
    return JSON.stringify(found);
  }
}
