import { unseal } from '@everyletter/kit/sealing';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import { discardScan } from './attach-file.ts';
import type { Attachment } from './attachment.entity.ts';
import { attachmentPath } from './attachment.files.ts';
import { AttachmentType, DiscardScanPayload } from './attachment.type.ts';
import { namePlace } from './attachments.repository.ts';

@Resolver(() => AttachmentType)
export class AttachmentResolver {
  @Query(() => [AttachmentType], { description: 'The viewer’s own scans that no petition was registered from.' })
  unregisteredScans(@Ctx() { attachments, viewer }: Context): Promise<Attachment[]> {
    return attachments.unregistered(viewer.staffId ?? '');
  }

  @Mutation(() => DiscardScanPayload, { description: 'Throws a scan away that no petition was registered from.' })
  async discardScan(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<DiscardScanPayload> {
    return { discardedId: await discardScan(id, context) };
  }

  @FieldResolver(() => String, { description: 'As it was named, with the petitioner’s own data masked.' })
  async name(@Root() attachment: Attachment, @Ctx() { attachments, petitions, options }: Context): Promise<string> {
    const { id, petitionId, nameSealed } = attachment;
    if (!petitionId) return unseal(nameSealed, attachments.keyOf(attachment, null), namePlace(id));
    return openNote(nameSealed, namePlace(id), await petitions.get(petitionId), options.keys);
  }

  @FieldResolver(() => StaffRef)
  uploadedBy(@Root() { uploadedById }: Attachment): StaffRef {
    return { id: uploadedById };
  }

  @FieldResolver(() => String, { description: 'Every opening is written to the audit.' })
  path(@Root() { id }: Attachment): string {
    return attachmentPath(id);
  }
}

@Resolver(() => PetitionType)
export class PetitionAttachmentsResolver {
  @FieldResolver(() => [AttachmentType], { description: 'In the order they were handed over.' })
  attachments(@Root() petition: Petition, @Ctx() { attachments }: Context): Promise<Attachment[]> {
    return attachments.of(petition);
  }
}
