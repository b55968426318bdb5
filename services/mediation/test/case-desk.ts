import type { Answer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { fang, House, SEEN, TODAY } from './build.ts';

export const CASE = `${SEEN} extensions disclosures { nature text } sessions { id version state place record attendance { attendance } notices { means } }
  notes { side text } offers { id number side content followsId answer } agreement { id version effectiveOn confirmationDueOn
  facts content items { id number what dueOn performedOn } } documents { kind name path }`;

/** Everything that must never leave the room. */
export const SECRETS = {
  disclosure: '与一方的表兄是同学',
  place: '知春里社区三号会议室',
  record: '双方同意先核对修缮清单',
  note: '申请人私下说底线是八千元',
  offer: '愿意先付六千元，其余分期',
  objection: '他与对方的表兄是同学，我不放心',
};

/** A mediator at work on one case. */
export class CaseDesk extends House {
  go(viewer: Viewer, name: string, input: Record<string, unknown>, type = ''): Promise<Answer> {
    return this.step(viewer, name, input, { answer: CASE, type });
  }

  /** Disclosed, and taken by both parties. */
  async chosen(): Promise<Answer> {
    const referral = await this.accepted();
    const referralId = referral.id;
    await this.go(fang, 'discloseInterest', { referralId, nature: 'KNOWS_PARTY', text: SECRETS.disclosure });
    for (const { id: partyId } of referral.parties) await this.answer('recordMediatorAnswer', referralId, partyId);
    return this.read(fang, referralId);
  }

  answer(name: string, referralId: string, partyId: string, answer = 'GIVEN'): Promise<Answer> {
    const said = { form: 'RECORDED_TALK', answeredAt: this.now.toISOString() };
    const isMediator = name === 'recordMediatorAnswer';
    const reason = isMediator && answer === 'REFUSED' ? { reason: SECRETS.objection } : {};
    return this.go(
      fang,
      name,
      { referralId, partyId, answer, ...said, ...reason },
      isMediator ? '' : 'PartyAnswerInput',
    );
  }

  /** With a session held, a note and an offer. */
  async talked(): Promise<Answer> {
    const { id: referralId, parties } = await this.chosen();
    const startsAt = `${TODAY}T06:00:00Z`;
    const place = { kind: 'IN_PERSON', startsAt, minutes: 90, place: SECRETS.place };
    const { referral } = await this.go(fang, 'planSession', { referralId, ...place });
    const [session] = referral.sessions;
    await this.go(fang, 'noteNotice', { sessionId: session.id, partyId: parties[0].id, means: 'PHONE' });
    await this.go(fang, 'writeNote', { referralId, side: 'PETITIONER', text: SECRETS.note });
    await this.go(fang, 'makeOffer', { referralId, side: 'OTHER_SIDE', content: SECRETS.offer });
    this.now = new Date(`${TODAY}T08:00:00Z`);
    const attendance = parties.map(({ id: partyId }: Answer) => ({ partyId, attendance: 'PRESENT' }));
    const { version } = (await this.read(fang, referralId)).sessions[0];
    return (
      await this.go(fang, 'recordSession', { sessionId: session.id, version, attendance, record: SECRETS.record })
    ).referral;
  }

  /** Signed, and binding from today. */
  async agreed(): Promise<Answer> {
    const { id: referralId } = await this.talked();
    await this.draft(referralId);
    await this.hand(fang, `referrals/${referralId}/signed-agreement`);
    const { version } = await this.read(fang, referralId);
    const days = { signedOn: TODAY, effectiveOn: TODAY };
    return (await this.go(fang, 'concludeAgreement', { referralId, version, ...days })).referral;
  }

  draft(referralId: string, change: Record<string, unknown> = {}): Promise<Answer> {
    const words = { facts: '楼上改建致楼下渗水', dispute: '修缮费用的承担', content: '孟广田承担修缮费用一万元' };
    const items = [
      { what: '孟广田支付六千元', dueOn: '2026-11-30' },
      { what: '孟广田支付四千元', dueOn: '2026-12-30' },
    ];
    return this.go(fang, 'draftAgreement', { referralId, version: null, ...words, items, ...change });
  }

  /** A PDF through one of the doors for files. */
  hand(viewer: Viewer, path: string, body = Buffer.from('%PDF-1.7 signed')) {
    return this.service.files({ method: 'POST', path, fileName: '协议.pdf', body }, viewer);
  }

  async read(viewer: Viewer, id: string): Promise<Answer> {
    return (await this.ask(viewer, `{ referral(id: "${id}") { ${CASE} } }`)).data.referral;
  }
}
