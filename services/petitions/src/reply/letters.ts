import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { unseal } from '@everyletter/kit/sealing';
import type { LocalDate } from '@everyletter/kit/time';
import { nextFollowUpOn } from '../clock/rules/follow-up.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { Petitions } from '../petition/petition.repository.ts';
import type { IdentityKind } from '../petition/rules/kinds.ts';
import type { Disposition } from '../petition/rules/states.ts';
import { CardOpener } from '../petitioner/sealed-card.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import type { Office } from '../policy-pack/office.entity.ts';
import type { Terms, TermsInForce } from '../policy-pack/terms.repository.ts';
import type { ReplyTemplates } from '../reply-template/reply-templates.repository.ts';
import type { Reply } from './reply.entity.ts';
import { type FieldValues, type LetterFacts, letterBody } from './rules/letter-text.ts';
import { checkReply, checksPassed, missingFields, type ReplyCheck } from './rules/reply-checks.ts';

/** A reply's words, opened. They belong to the desk that writes them and are never logged. */
export interface Letter {
  readonly values: FieldValues;
  readonly body: string;
  readonly checks: readonly ReplyCheck[];
  /** Labels of required fields that are empty: their keys. */
  readonly missing: readonly string[];
}

/** Everything a letter is filled in from. */
export interface LetterSetting {
  readonly petition: Petition;
  readonly matter: Matter;
  readonly office: Office;
  readonly inForce: TermsInForce;
  readonly today: LocalDate;
}

const FIELDS = (id: string) => `reply.fields:${id}`;
export const BODY = (id: string) => `reply.body:${id}`;
export const SENT_BACK_REASON = (id: string) => `reply.sent_back_reason:${id}`;

interface LetterSources {
  readonly petitions: Petitions;
  readonly terms: Terms;
  readonly replyTemplates: ReplyTemplates;
}

/** Opens and seals the words of replies; made per request. */
export class Letters {
  constructor(
    private readonly sources: LetterSources,
    private readonly keys: InstitutionKeys,
    private readonly today: LocalDate,
  ) {}

  async settingOf(petition: Petition): Promise<LetterSetting> {
    const { petitions, terms } = this.sources;
    const [matter, office, inForce] = await Promise.all([
      petitions.matterOf(petition),
      terms.office(),
      terms.current(),
    ]);
    return { petition, matter: matter as Matter, office, inForce, today: this.today };
  }

  sealFields(replyId: string, values: FieldValues, petition: Petition): Buffer {
    return sealNote(JSON.stringify(values), FIELDS(replyId), petition, this.keys);
  }

  sealBody(replyId: string, body: string, petition: Petition): Buffer {
    return sealNote(body, BODY(replyId), petition, this.keys);
  }

  valuesOf({ id, fieldsSealed }: Reply, petition: Petition): FieldValues {
    return JSON.parse(this.open(fieldsSealed, FIELDS(id), petition));
  }

  /** An approved letter reads as it was approved; before that it is filled in from how things stand today. */
  async read(reply: Reply, petition: Petition): Promise<Letter> {
    const values = this.valuesOf(reply, petition);
    const { template } = await this.sources.replyTemplates.of(reply);
    if (reply.bodySealed) {
      const body = this.open(reply.bodySealed, BODY(reply.id), petition);
      return { values, body, checks: checksPassed(template), missing: [] };
    }
    const setting = await this.settingOf(petition);
    const body = letterBody(template, values, factsOf(setting), petition);
    const checks = checkReply({
      template,
      values,
      body,
      officeName: setting.office.name,
      recipientName: this.recipientOf(petition).name,
      identityKind: petition.identityKind as IdentityKind,
      disposition: (petition.disposition ?? null) as Disposition | null,
      receivedOn: petition.receivedOn as LocalDate,
      today: this.today,
      nextAnswerBy: nextAnswerBy(setting),
    });
    return { values, body, checks, missing: missingFields(template, values).map(({ key }) => key) };
  }

  /** In clear, for the envelope: only behind an audited read. */
  recipientOf(petition: Petition): { readonly name: string | null; readonly address: string | null } {
    const place = { keys: this.keys, institutionId: petition.institutionId, petitionId: petition.id };
    const opener = new CardOpener({ wrappedKey: Buffer.from(petition.wrappedKey) }, place);
    return {
      name: opener.open('name', petition.nameSealed ?? null),
      address: opener.open('address', petition.addressSealed ?? null),
    };
  }

  private open(sealed: Uint8Array, place: string, { wrappedKey, institutionId, id }: Petition): string {
    return unseal(sealed, this.keys.unwrap(wrappedKey, institutionId, id), place);
  }
}

/** What the system fills in by itself. */
export function factsOf(setting: LetterSetting): LetterFacts {
  const { petition, matter, office } = setting;
  return {
    office: office.name,
    officePhone: office.phone,
    officeAddress: office.address,
    number: petition.number,
    receivedOn: petition.receivedOn,
    subject: petition.subject,
    transferredTo: petition.transferredTo ?? '',
    answerDueOn: matter.substantiveDueOn ?? '',
    nextAnswerOn: nextAnswerBy(setting) ?? '',
  };
}

/** The latest day a progress answer given today may promise the next one for. */
function nextAnswerBy({ matter, inForce: { pack, calendar }, today }: LetterSetting): LocalDate | null {
  const dueOn = (matter.firstDueOn ?? matter.substantiveDueOn) as LocalDate | null;
  return dueOn ? nextFollowUpOn(dueOn, pack.clocks.FOLLOW_UP.period, today, calendar) : null;
}
