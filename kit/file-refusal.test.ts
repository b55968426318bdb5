import { expect, test } from 'vitest';
import { Forbidden, Invalid } from './errors.ts';
import { refusedFile } from './file-refusal.ts';

test('a refusal at the file door carries status, code, kind and details', () => {
  const { status, body } = refusedFile(new Invalid('LEDGER_EMPTY', { field: 'file' }), 'r1');
  expect(status).toBe(400);
  expect(JSON.parse(body.toString()).errors[0].extensions).toEqual({
    code: 'LEDGER_EMPTY',
    kind: 'INVALID',
    details: { field: 'file' },
    requestId: 'r1',
  });
  expect(refusedFile(new Forbidden('NOT_ALLOWED'), 'r1').status).toBe(403);
});
