import { authorize } from '@everyletter/kit/errors';
import type { FileResponse } from '@everyletter/kit/service';
import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { FileDoor } from '../files.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canTriage } from '../petition/petition.policy.ts';
import type { Channel } from '../petition/rules/kinds.ts';
import { zhDay } from '../reply/rules/letter-text.ts';
import { labelPdf, labelsPdf, receiptPdf, type Slip } from './print/slip-pdf.ts';
import { queryCodeOf } from './query-code.ts';
import { frontDesk } from './registration.policy-rows.ts';

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  LETTER: '来信',
  ONLINE: '网上',
  VISIT: '来访',
  PHONE: '来电',
  FAX: '传真',
  SUPERIOR_ASSIGNED: '上级交办',
  TRANSFERRED_IN: '转入',
};

/** What is printed at the front desk: the label for the letter and the receipt with the query code. */
export const slipFiles: readonly FileDoor[] = [
  {
    method: 'GET',
    path: /^petitions\/(?<id>[0-9a-f-]{36})\/label\.pdf$/u,
    policy: frontDesk,
    async answer({ id = '' }, _, context) {
      return pdf('label', await labelPdf(await labelOf(id, context)));
    },
  },
  {
    method: 'GET',
    path: /^labels\/(?<ids>[0-9a-f-]{36}(?:,[0-9a-f-]{36}){0,99})\.pdf$/u,
    policy: frontDesk,
    async answer({ ids = '' }, _, context) {
      const [first = '', ...others] = new Set(ids.split(','));
      const slips: [Slip, ...Slip[]] = [await labelOf(first, context)];
      for (const id of others) slips.push(await labelOf(id, context));
      return pdf('labels', await labelsPdf('标签', slips));
    },
  },
  {
    method: 'GET',
    path: /^petitions\/(?<id>[0-9a-f-]{36})\/receipt\.pdf$/u,
    policy: frontDesk,
    async answer({ id = '' }, _, context) {
      const petition = await printable(id, 'PRINT_RECEIPT', context);
      const { institutionId, subject, proceduralDueOn } = petition;
      const receipt = {
        ...(await slipOf(petition, context)),
        queryCode: queryCodeOf(id, institutionId, context.options.keys),
        queueNumber: await context.queueTickets.of(petition),
        subject,
        replyDueOn: zhDay(proceduralDueOn as LocalDate),
        attachments: (await context.attachments.of(petition)).length,
      };
      return pdf('receipt', await receiptPdf(receipt));
    },
  },
];

export const labelPath = (petitionId: string): string => `/files/petitions/petitions/${petitionId}/label.pdf`;
export const receiptPath = (petitionId: string): string => `/files/petitions/petitions/${petitionId}/receipt.pdf`;

async function labelOf(id: string, context: Context): Promise<Slip> {
  return slipOf(await printable(id, 'PRINT_LABEL', context), context);
}

/** The receipt holds the key to the petition's status: every printing is written down. */
async function printable(id: string, action: string, context: Context): Promise<Petition> {
  const petition = await context.petitions.get(id);
  authorize(canTriage(context.viewer, petition));
  await context.auditRead({ action, subjectType: 'Petition', subjectId: petition.id, facts: {} });
  return petition;
}

async function slipOf({ number, receivedOn, channel }: Petition, { terms, now }: Context): Promise<Slip> {
  const office = await terms.office();
  const words = CHANNEL_WORDS[channel as Channel];
  return { office, number, receivedOn: zhDay(receivedOn as LocalDate), channel: words, printedAt: now };
}

function pdf(name: string, body: Buffer): FileResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
