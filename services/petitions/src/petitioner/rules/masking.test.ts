import { expect, test } from 'vitest';
import { maskAddress, maskIdNumber, maskName, maskPhone } from './masking.ts';

test.each([
  [maskName, '王勤', '王*'],
  [maskName, '𠮷田', '𠮷*'],
  [maskName, '阿卜杜拉·买买提', '阿*****'],
  [maskName, '', ''],
  [maskPhone, '13900000017', '139****0017'],
  [maskPhone, '62550000', '****00'],
  [maskIdNumber, '110105194312287030', '1101**********7030'],
  [maskIdNumber, '12345', '****'],
  [maskAddress, '北京市海淀区学院路17号院2号楼301室', '北京市海淀区****'],
  [maskAddress, '某村三组', '某村三****'],
])('%o masks %s as %s', (mask, plain, masked) => {
  expect(mask(plain)).toBe(masked);
});
