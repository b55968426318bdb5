import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Document } from './document.entity.ts';

/** Papers by their referral, without what is in them. Row-level security decides which. */
export class Documents {
  /** Rides `document_referral`. */
  private readonly loader = new DataLoader<string, Document[]>(async (referralIds) => {
    const found = await this.em.find(Document, { referralId: { $in: [...referralIds] } }, { orderBy: { id: 1 } });
    const byReferral = Map.groupBy(found, ({ referralId }) => referralId);
    return referralIds.map((id) => byReferral.get(id) ?? []);
  });

  constructor(private readonly em: EntityManager) {}

  of({ id }: { readonly id: string }): Promise<Document[]> {
    return this.loader.load(id);
  }

  async has(referral: { readonly id: string }, kind: string): Promise<boolean> {
    return (await this.of(referral)).some((document) => document.kind === kind);
  }

  /** Signed copies of words that are no longer these; answers how many. */
  async voidSigned(referral: { readonly id: string }): Promise<number> {
    const signed = (await this.of(referral)).filter(({ kind }) => kind === 'SIGNED_AGREEMENT');
    for (const document of signed) this.em.remove(document);
    this.loader.clear(referral.id);
    return signed.length;
  }

  add(document: Document): void {
    this.em.persist(document);
    this.loader.clear(document.referralId);
  }

  /** With what is in it. @throws NotFound `DOCUMENT_NOT_FOUND` */
  async open(id: string): Promise<Document> {
    const found = isId(id) ? await this.em.findOne(Document, { id }, { populate: ['contentSealed'] }) : null;
    if (!found) throw new NotFound('DOCUMENT_NOT_FOUND', { field: 'id' });
    return found;
  }
}
