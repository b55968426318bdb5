import { randomBytes } from 'node:crypto';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import { expect, test } from 'vitest';
import { CardOpener, type PetitionerCard, sealCard } from './sealed-card.ts';

const place = { keys: new InstitutionKeys(randomBytes(32)), institutionId: 'here', petitionId: 'one' };
const card: PetitionerCard = {
  name: '曹𠮷',
  idNumber: '110105194312287030',
  phone: '13900000017',
  address: null,
  body: '我是一名退休公职人员。',
  representatives: ['黄淼', '吴禛'],
};

test('a card opens column by column where it belongs', () => {
  const sealed = sealCard(card, place, true);
  const opener = new CardOpener(sealed, place);
  expect(opener.open('name', sealed.nameSealed)).toBe('曹𠮷');
  expect(opener.open('body', sealed.bodySealed)).toBe('我是一名退休公职人员。');
  expect(opener.open('address', sealed.addressSealed)).toBeNull();
  expect(() => opener.open('phone', sealed.nameSealed)).toThrow();
  expect(() => new CardOpener(sealed, { ...place, petitionId: 'two' }).open('name', sealed.nameSealed)).toThrow();
});

test('nothing of the card is readable in what is stored', () => {
  const stored = Buffer.concat(Object.values(sealCard(card, place, true)).filter((value) => Buffer.isBuffer(value)));
  for (const plain of ['曹𠮷', '13900000017', '110105194312287030', '黄淼']) {
    expect(stored.includes(Buffer.from(plain))).toBe(false);
  }
});

test('an unsound ID number is kept and not indexed', () => {
  const sealed = sealCard(card, place, false);
  expect(sealed.idNumberSealed).not.toBeNull();
  expect(sealed.idNumberIndex).toBeNull();
});
