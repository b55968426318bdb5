import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Disposition, MatterState, PetitionState } from '../petition/rules/states.ts';
import { queryCodeIndex } from '../registration/query-code.ts';
import { readCode } from '../registration/rules/query-code.ts';
import type { ReplyKind } from '../reply/rules/reply-kinds.ts';

/** A proof that somebody holds the slip of a petition. */
export interface Proof {
  readonly institutionId: string;
  readonly number: string;
  readonly codeIndex: Buffer;
}

/** What of a petition a stranger with its slip may be told. */
export interface ProvenPetition {
  readonly id: string;
  readonly wrappedKey: string;
  readonly office: string;
  readonly officePhone: string;
  readonly receivedOn: LocalDate;
  readonly state: PetitionState;
  readonly disposition: Disposition | null;
  readonly transferredTo: string | null;
  readonly returnedOn: LocalDate | null;
  readonly replyDueOn: LocalDate | null;
  readonly repliedOn: LocalDate | null;
  readonly matterState: MatterState;
  readonly answerDueOn: LocalDate | null;
  readonly nextAnswerOn: LocalDate | null;
  readonly mergedOn: LocalDate | null;
  /** The petition it was joined to, where that is the same person’s. */
  readonly mergedWith: string | null;
}

export interface SentLetter {
  readonly id: string;
  readonly kind: ReplyKind;
  readonly letter_number: string;
  readonly sent_on: LocalDate;
  readonly body_sealed: Buffer;
}

export interface LeftMessage {
  readonly id: string;
  readonly on_date: LocalDate;
  readonly body_sealed: Buffer;
  readonly from_office: boolean;
}

/** Stands in for the office of a number that no office has, so that a wrong one takes as long as a right one. */
const NO_OFFICE = '00000000-0000-0000-0000-000000000000';

/** What is open to strangers, by functions of the database that each ask for their own proof; no table is. */
export class PublicDesk {
  constructor(
    private readonly em: EntityManager,
    private readonly keys: InstitutionKeys,
  ) {}

  /** Null for a wrong number and a wrong code alike. */
  async letter(number: string, code: string) {
    const [row] = await this.em.execute<{ office: string; kind: ReplyKind; signed_on: LocalDate }[]>(
      'select office, kind, signed_on::text from petitions.public_letter(?, ?)',
      [number, code],
    );
    return row ?? null;
  }

  /** Null for a wrong number and a wrong code alike. */
  async petition(number: string, code: string): Promise<{ proof: Proof; petition: ProvenPetition } | null> {
    const offices = await this.em.execute<{ id: string }[]>('select id from petitions.public_offices(?) as id', [
      number,
    ]);
    const read = readCode(code) ?? '';
    for (const { id: institutionId } of offices.length > 0 ? offices : [{ id: NO_OFFICE }]) {
      const proof = { institutionId, number, codeIndex: queryCodeIndex(read, institutionId, this.keys) };
      const [row] = await this.em.execute<{ found: ProvenPetition | null }[]>(
        'select petitions.public_petition(?, ?, ?) as found',
        valuesOf(proof),
      );
      if (row?.found) return { proof, petition: row.found };
    }
    return null;
  }

  letters(proof: Proof): Promise<SentLetter[]> {
    return this.em.execute(
      'select id, kind, letter_number, sent_on::text, body_sealed from petitions.public_replies(?, ?, ?)',
      valuesOf(proof),
    );
  }

  messages(proof: Proof): Promise<LeftMessage[]> {
    return this.em.execute(
      'select id, on_date::text, body_sealed, from_office from petitions.public_messages(?, ?, ?)',
      valuesOf(proof),
    );
  }

  /** `FULL`: as many as a day may bring are there. */
  async leave(
    proof: Proof,
    { id, entryId, sealed, on }: { id: string; entryId: string; sealed: Buffer; on: LocalDate },
  ): Promise<'KEPT' | 'FULL' | 'ABSENT'> {
    const [row] = await this.em.execute<{ outcome: 'KEPT' | 'FULL' | 'ABSENT' }[]>(
      'select petitions.leave_public_message(?, ?, ?, ?, ?, ?, ?) as outcome',
      [...valuesOf(proof), id, entryId, sealed, on],
    );
    return row?.outcome ?? 'ABSENT';
  }
}

function valuesOf({ institutionId, number, codeIndex }: Proof): (string | Buffer)[] {
  return [institutionId, number, codeIndex];
}
