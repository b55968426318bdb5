import type { Answer } from '@everyletter/kit/testing';
import { clerk } from './build.ts';
import { Desk } from './desk.ts';

const REGISTERED = `queryCode queueNumber receiptPath labelPath petition { id number version channel category subject receivedOn
  identityKind state track trackReason { zh } triageTargetOn transferredFrom peopleCount representativeCount
  superiorOrder { from reportBackDueOn } proceduralClock { dueOn state } substantiveClock { dueOn state }
  petitioner { name idNumber phone } repeatOf { id } matter { id petitions { id } } timeline { kind actor { id } } }`;

/** A letter as most are, as the form has it. */
export const A_FORM = {
  channel: 'LETTER',
  category: 'CRIMINAL_APPEAL',
  identityKind: 'REAL_NAME',
  subject: '不服故意伤害案判决',
  body: '判决认定的伤情与病历不符，请求依法监督。',
  receivedOn: '2026-11-23',
  name: '赵小雨',
  idNumber: '11010519491231002X',
  phone: '139 0000 0044',
  address: '北京市海淀区知春路9号',
};

/** The front desk: registers what comes in, form by form. */
export class FrontDesk extends Desk {
  private forms = 0;

  /** A key as a form makes it for itself. */
  newKey(): string {
    this.forms += 1;
    return `front-desk-form-${String(this.forms).padStart(6, '0')}`;
  }

  register(form: Record<string, unknown> = {}, change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    return this.ask(
      viewer,
      `mutation ($input: RegisterPetitionInput!) { registerPetition(input: $input) { ${REGISTERED} } }`,
      { input: { idempotencyKey: this.newKey(), form: { ...A_FORM, ...form }, ...change } },
    );
  }

  check(form: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    return this.ask(
      viewer,
      `query ($form: RegistrationFormInput!) { registrationCheck(form: $form) { remarks { field level words { zh } }
        registeredLate track trackReason { zh } proceduralDueOn provisional } }`,
      { form: { ...A_FORM, ...form } },
    );
  }

  /** How many petitions, keys and audit rows there are: nothing a refusal may change. */
  async kept(): Promise<string> {
    const found = await this.rows(
      `select (select count(*) from petitions.petition) as petitions, (select count(*) from petitions.matter) as matters,
              (select count(*) from petitions.registration_key) as keys,
              (select count(*) from petitions.timeline_entry) as told,
              (select coalesce(sum(last), 0) from petitions.number_sequence) as numbers`,
    );
    return JSON.stringify(found);
  }
}
