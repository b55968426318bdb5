import { expect, test } from 'vitest';
import { endingOf, paperKind } from './paper-kind.ts';

test.each([
  ['a PDF', '255044462d312e37', 'application/pdf'],
  ['a photograph', 'ffd8ffe000104a46', 'image/jpeg'],
  ['a scan', '89504e470d0a1a0a', 'image/png'],
  ['a page of a web site', '3c68746d6c3e', null],
  ['a program', '4d5a9000', null],
  ['nothing', '', null],
])('%s is known by its first bytes', (_, hex, kind) => {
  expect(paperKind(Buffer.from(hex, 'hex'))).toBe(kind);
});

test('its ending follows from what it is', () => {
  expect(endingOf('image/jpeg')).toBe('jpg');
});
