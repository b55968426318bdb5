import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { LegalAidReferral } from '../legal-aid/legal-aid-referral.entity.ts';
import { Opinion } from './opinion.entity.ts';

/** Opinions and referrals by consultation; made per request. A lawyer sees their own. */
export class Opinions {
  private readonly byConsultation = new DataLoader<string, Opinion[]>(async (ids) => {
    const found = await this.em.find(Opinion, { consultationId: { $in: [...ids] } }, { orderBy: { id: 1 } });
    return ids.map((id) => found.filter(({ consultationId }) => consultationId === id));
  });

  private readonly referrals = new DataLoader<string, LegalAidReferral | null>(async (ids) => {
    const found = await this.em.find(LegalAidReferral, { consultationId: { $in: [...ids] } });
    return ids.map((id) => found.find(({ consultationId }) => consultationId === id) ?? null);
  });

  private readonly byRepresentation = new DataLoader<string, Opinion[]>(async (ids) => {
    const found = await this.em.find(Opinion, { representationId: { $in: [...ids] } }, { orderBy: { id: 1 } });
    return ids.map((id) => found.filter(({ representationId }) => representationId === id));
  });

  constructor(private readonly em: EntityManager) {}

  of(consultationId: string): Promise<Opinion[]> {
    return this.byConsultation.load(consultationId);
  }

  ofRepresentation(representationId: string): Promise<Opinion[]> {
    return this.byRepresentation.load(representationId);
  }

  referralOf(consultationId: string): Promise<LegalAidReferral | null> {
    return this.referrals.load(consultationId);
  }

  forget(consultationId: string): void {
    this.byConsultation.clear(consultationId);
    this.referrals.clear(consultationId);
  }

  forgetRepresentation(representationId: string): void {
    this.byRepresentation.clear(representationId);
  }

  /** @throws NotFound `OPINION_NOT_FOUND`; Conflict `OPINION_CHANGED` */
  async change(id: string, version: number): Promise<Opinion> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(Opinion, { id }, { lockMode }) : null;
    if (!found) throw new NotFound('OPINION_NOT_FOUND', { field: 'id' });
    if (found.version !== version) throw new Conflict('OPINION_CHANGED', { field: 'version' });
    return found;
  }

  /** @throws NotFound `LEGAL_AID_REFERRAL_NOT_FOUND`; Conflict `LEGAL_AID_REFERRAL_CHANGED` */
  async changeReferral(id: string, version: number): Promise<LegalAidReferral> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(LegalAidReferral, { id }, { lockMode }) : null;
    if (!found) throw new NotFound('LEGAL_AID_REFERRAL_NOT_FOUND', { field: 'id' });
    if (found.version !== version) throw new Conflict('LEGAL_AID_REFERRAL_CHANGED', { field: 'version' });
    return found;
  }
}
