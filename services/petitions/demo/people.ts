import type { PetitionerCard } from '../src/petitioner/sealed-card.ts';
import type { Random } from './random.ts';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范',
];
const COMPOUND_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '皇甫', '慕容'];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文辉红春梅海燕志永庆淑珍宏宇晨曦子涵欣怡浩然雨桐嘉懿勤俭𠮷㛃',
];
const LONG_NAMES = ['阿卜杜拉·买买提', '古丽娜尔·艾合买提', '扎西·多吉', '巴特尔·乌力吉'];
const ROADS = [
  '学院路',
  '中关村大街',
  '知春路',
  '清华东路',
  '西直门北大街',
  '万寿路',
  '羊坊店路',
  '阜成路',
  '上地西路',
  '温泉路',
];

/** Nobody's: no administrative region has this code, and these numbers end in a made-up block. */
const NO_REGION = '110199';
const PHONE_BLOCKS = ['1390000', '1380000', '1370000'];
const CHECK_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up petitioner; the letter itself is `body`. */
export function petitioner(random: Random, body: string): PetitionerCard {
  return {
    name: fullName(random),
    idNumber: random.chance(0.3) ? idNumber(random) : null,
    phone: random.chance(0.9) ? `${random.pick(PHONE_BLOCKS)}${digits(random.between(0, 9999), 4)}` : null,
    address: random.chance(0.8) ? address(random) : null,
    body,
    representatives: [],
  };
}

/** Signed by nobody and without a way back. */
export function anonymous(body: string): PetitionerCard {
  return { name: null, idNumber: null, phone: null, address: null, body, representatives: [] };
}

export function fullName(random: Random): string {
  if (random.chance(0.01)) return random.pick(LONG_NAMES);
  const surname = random.chance(0.03) ? random.pick(COMPOUND_SURNAMES) : random.pick(SURNAMES);
  return surname + random.pick(GIVEN) + (random.chance(0.7) ? random.pick(GIVEN) : '');
}

function address(random: Random): string {
  const [compound, building, room] = [random.between(1, 99), random.between(1, 20), random.between(101, 2506)];
  return `北京市海淀区${random.pick(ROADS)}${compound}号院${building}号楼${room}室`;
}

function idNumber(random: Random): string {
  const birth = `${random.between(1940, 2000)}${digits(random.between(1, 12), 2)}${digits(random.between(1, 28), 2)}`;
  const body = `${NO_REGION}${birth}${digits(random.between(1, 999), 3)}`;
  const sum = CHECK_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
