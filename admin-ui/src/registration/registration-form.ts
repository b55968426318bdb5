import type { introspection } from '../graphql/generated/graphql-env.d.ts';
import type { Category, Channel } from '../petition/kinds.ts';

export type IdentityKind = introspection['types']['IdentityKind']['enumValues'];
export const IDENTITY_KINDS = ['REAL_NAME', 'ANONYMOUS', 'PSEUDONYMOUS'] as const satisfies readonly IdentityKind[];

/** The forms of the page, in the order of their keys 1 to 6. */
export const FORMS = [
  'LETTER',
  'VISIT',
  'PHONE',
  'FAX',
  'SUPERIOR_ASSIGNED',
  'TRANSFERRED_IN',
] as const satisfies readonly Channel[];
export type FormChannel = (typeof FORMS)[number];

/** What stands in the fields; a blank is an empty text. */
export interface FormFields {
  category: Category | '';
  identityKind: IdentityKind;
  subject: string;
  body: string;
  receivedOn: string;
  name: string;
  idNumber: string;
  phone: string;
  address: string;
  peopleCount: number | '';
  representatives: string;
  superiorFrom: string;
  reportBackDueOn: string;
}

export const EMPTY_FORM: Readonly<FormFields> = {
  category: '',
  identityKind: 'REAL_NAME',
  subject: '',
  body: '',
  receivedOn: '',
  name: '',
  idNumber: '',
  phone: '',
  address: '',
  peopleCount: 1,
  representatives: '',
  superiorFrom: '',
  reportBackDueOn: '',
};

/** Those that come with an order or a covering letter of somebody. */
export const hasSendingOrgan = (channel: FormChannel) =>
  channel === 'SUPERIOR_ASSIGNED' || channel === 'TRANSFERRED_IN';

/** As the server takes it; names of representatives stand one a line or with commas between. */
export function inputOf(channel: FormChannel, form: FormFields) {
  const isAnonymous = form.identityKind === 'ANONYMOUS';
  return {
    channel,
    category: form.category || ('OTHER' as const),
    identityKind: form.identityKind,
    subject: form.subject,
    body: form.body || null,
    receivedOn: form.receivedOn,
    name: isAnonymous ? null : form.name || null,
    idNumber: isAnonymous ? null : form.idNumber || null,
    phone: form.phone || null,
    address: form.address || null,
    peopleCount: form.peopleCount || 1,
    representatives: (form.peopleCount || 1) > 1 ? namesIn(form.representatives) : [],
    superiorFrom: hasSendingOrgan(channel) ? form.superiorFrom || null : null,
    reportBackDueOn: channel === 'SUPERIOR_ASSIGNED' ? form.reportBackDueOn || null : null,
  };
}

export function namesIn(text: string): string[] {
  return text
    .split(/[\n,，、;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A key for one form: sent twice, it registers once. Works without https, where `randomUUID` is missing. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
