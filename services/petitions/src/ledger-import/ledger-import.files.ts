import type { FileDoor } from '../files.ts';
import { intake } from '../policy-table.ts';
import { reportLedger } from './report-ledger.ts';
import { uploadLedger } from './upload-ledger.ts';

/** Ledgers come in as files, and the report of each goes out as one. */
export const ledgerFiles: readonly FileDoor[] = [
  {
    method: 'POST',
    path: /^ledger-imports$/u,
    policy: intake,
    async answer(_, { fileName, body }, context) {
      const { id } = await uploadLedger({ fileName, bytes: body }, context);
      return {
        status: 202,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: Buffer.from(JSON.stringify({ id })),
      };
    },
  },
  {
    method: 'GET',
    path: /^ledger-imports\/(?<id>[0-9a-f-]{36})\/report\.csv$/u,
    policy: intake,
    answer: ({ id = '' }, _, context) => reportLedger(id, context),
  },
];
