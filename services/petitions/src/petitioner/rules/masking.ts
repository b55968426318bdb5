/** Masks show enough to recognise and not enough to know. All count characters as people do, also outside the BMP. */

/** 王勤 → 王*；阿卜杜拉·买买提 → 阿*****. Only the first character stays; at most five stars hide the length. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(rest.length, 5));
}

/** 13900000017 → 139****0017; shorter numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** 110105194312287030 → 1101**********7030: region and the last four. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length === 18 ? `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}` : '****';
}

/** 北京市海淀区学院路17号院2号楼301室 → 北京市海淀区****. The part down to the district stays. */
export function maskAddress(address: string): string {
  const district = /^.{0,12}?(?:区|县|旗)/u.exec(address)?.[0] ?? [...address].slice(0, 3).join('');
  return `${district}****`;
}
