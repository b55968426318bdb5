import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { type InstitutionKeys, type SealingKey, sealBytes, unsealBytes } from '@everyletter/kit/sealing';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Attachment } from './attachment.entity.ts';
import { MAX_FILES } from './rules/media.ts';

/** Papers by petition, batched, and scans still without one; row-level security shows those of visible petitions. */
export class Attachments {
  private readonly loader = new DataLoader<string, Attachment[]>(async (petitionIds) => {
    const found = await this.em.find(Attachment, { petitionId: { $in: [...petitionIds] } }, { orderBy: { id: 1 } });
    const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId as string);
    return petitionIds.map((id) => byPetition.get(id) ?? []);
  });

  constructor(
    private readonly em: EntityManager,
    private readonly keys: InstitutionKeys,
  ) {}

  /** In the order they were handed over. Rides `attachment_petition`. */
  of({ id }: { readonly id: string }): Promise<Attachment[]> {
    return this.loader.load(id);
  }

  /** Scans of the viewer that no petition was registered from, oldest first. Rides `attachment_unregistered`. */
  unregistered(staffId: string): Promise<Attachment[]> {
    return this.em.find(Attachment, { petitionId: null, uploadedById: staffId }, { orderBy: { id: 1 } });
  }

  /** @throws NotFound `ATTACHMENT_NOT_FOUND` */
  async get(id: string): Promise<Attachment> {
    const found = isId(id) ? await this.em.findOne(Attachment, { id }) : null;
    if (!found) throw new NotFound('ATTACHMENT_NOT_FOUND', { field: 'attachmentId' });
    return found;
  }

  /** Locked until the transaction ends: no scan goes with two letters. @throws NotFound `ATTACHMENT_NOT_FOUND` */
  async takeScan(id: string): Promise<Attachment> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(Attachment, { id, petitionId: null }, { lockMode }) : null;
    if (!found) throw new NotFound('ATTACHMENT_NOT_FOUND', { field: 'scanIds' });
    return found;
  }

  /** @throws RuleBroken `ATTACHMENTS_TOO_MANY` */
  async requireRoom(petition: { readonly id: string }, more: number): Promise<void> {
    const held = await this.em.count(Attachment, { petitionId: petition.id });
    if (held + more > MAX_FILES) throw new RuleBroken('ATTACHMENTS_TOO_MANY', { field: 'file', max: MAX_FILES });
  }

  async keep(attachment: Attachment, bytes: Buffer, key: SealingKey): Promise<void> {
    this.em.persist(attachment);
    await this.em.flush();
    await this.em.execute(
      `insert into petitions.attachment_content (attachment_id, institution_id, sealed) values (?, ?, ?)
       on conflict (attachment_id) do update set sealed = excluded.sealed`,
      [attachment.id, attachment.institutionId, sealBytes(bytes, key, contentPlace(attachment.id))],
    );
    if (attachment.petitionId) this.loader.clear(attachment.petitionId);
  }

  async read({ id }: Attachment, key: SealingKey): Promise<Buffer> {
    const [row] = await this.em.execute<{ sealed: Buffer }[]>(
      'select sealed from petitions.attachment_content where attachment_id = ?',
      [id],
    );
    if (!row) throw new NotFound('ATTACHMENT_NOT_FOUND', { field: 'attachmentId' });
    return unsealBytes(row.sealed, key, contentPlace(id));
  }

  async remove(attachment: Attachment): Promise<void> {
    this.em.remove(attachment);
    await this.em.flush();
  }

  /** Of the petition it belongs to, or its own while it has none. */
  keyOf(attachment: Attachment, petition: { readonly id: string; readonly wrappedKey: Uint8Array } | null): SealingKey {
    const { id, institutionId, wrappedKey } = attachment;
    if (petition) return this.keys.unwrap(petition.wrappedKey, institutionId, petition.id);
    return this.keys.unwrap(wrappedKey as Uint8Array, institutionId, id);
  }
}

export function namePlace(attachmentId: string): string {
  return `attachment.name:${attachmentId}`;
}

function contentPlace(attachmentId: string): string {
  return `attachment_content.sealed:${attachmentId}`;
}
