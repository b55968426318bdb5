import { authorize, NotFound } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { FileDoor } from '../files.ts';
import { canTriage } from '../petition/petition.policy.ts';
import { noticePdf } from '../registration/print/notice-pdf.ts';
import { frontDesk } from '../registration/registration.policy-rows.ts';
import { zhDay } from '../reply/rules/letter-text.ts';
import { openItems } from './request-materials.ts';

/** The notice the petitioner takes along or is sent; it names nobody. */
export const materialsFiles: readonly FileDoor[] = [
  {
    method: 'GET',
    path: /^petitions\/(?<id>[0-9a-f-]{36})\/materials\.pdf$/u,
    policy: frontDesk,
    async answer({ id = '' }, _, context) {
      const { petitions, materialsRequests, terms, viewer, now } = context;
      const petition = await petitions.get(id);
      authorize(canTriage(viewer, petition));
      const request = await materialsRequests.of(petition);
      if (!request) throw new NotFound('FILE_NOT_FOUND');
      await context.auditRead({ action: 'PRINT_MATERIALS', subjectType: 'Petition', subjectId: id, facts: {} });
      const body = await noticePdf({
        office: await terms.office(),
        number: petition.number,
        subject: petition.subject,
        items: openItems(request, petition, context),
        toldOn: zhDay(request.requestedOn as LocalDate),
        printedAt: now,
      });
      const headers = {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="materials.pdf"',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      };
      return { status: 200, headers, body };
    },
  },
];

export const materialsPath = (petitionId: string): string => `/files/petitions/petitions/${petitionId}/materials.pdf`;
