import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('personal data is cut wherever it stands', () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = createLog('petitions', 'info', sink);
  log.info(
    { name: '王勤', petition: { phone: '13900000017', number: '00017' }, request: { variables: { q: '王勤' } } },
    'OPENED',
  );
  expect(lines.join('')).not.toMatch(/王勤|13900000017/);
  expect(lines.join('')).toContain('00017');
});
