import { expect, test } from 'vitest';
import { maskWithin } from './mask-within.ts';

const own = { name: '王勤', idNumber: null, phone: '010-55551234', address: '北京市海淀区学院路17号院2号楼301室' };

test.each([
  ['王勤同志在家，邻居也在', '王*同志在家，邻居也在'],
  ['按信封地址北京市海淀区学院路17号院2号楼301室上门', '按信封地址北京市海淀区****上门'],
  ['回拨010-55551234', '回拨010****1234'],
  ['其子手机13900000017已接', '其子手机139****0017已接'],
  ['证号11010519431228703X。', '证号1101**********703X。'],
  ['案号2003123456789012345678', '案号2003123456789012345678'],
  ['已当面解释两个多小时', '已当面解释两个多小时'],
])('%s → %s', (text, masked) => {
  expect(maskWithin(text, own)).toBe(masked);
});

test('a name of one character is left, since it is a word as often as a name', () => {
  expect(maskWithin('王某来电', { ...own, name: '王' })).toBe('王某来电');
});
