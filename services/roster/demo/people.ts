import type { Role } from '@everyletter/kit/viewer';
import { departmentId, institutionId, staffId } from './ids.ts';

/** The demonstration's procuratorates, from the top; the last one is where everybody works. */
export const INSTITUTIONS = [
  { id: institutionId(1), name: '最高人民检察院', shortName: '最高检', level: 'SUPREME' },
  { id: institutionId(2), name: '北京市人民检察院', shortName: '京', level: 'PROVINCIAL' },
  { id: institutionId(3), name: '北京市人民检察院第一分院', shortName: '京一分', level: 'MUNICIPAL' },
  { id: institutionId(4), name: '北京市海淀区人民检察院', shortName: '海', level: 'DISTRICT' },
] as const;
export const HOME = institutionId(4);

export const DEPARTMENTS = [
  { id: departmentId(1), name: '院领导', kind: 'LEADERSHIP' },
  { id: departmentId(2), name: '第一检察部', kind: 'CRIMINAL' },
  { id: departmentId(3), name: '第六检察部', kind: 'CIVIL' },
  { id: departmentId(4), name: '第七检察部', kind: 'ADMINISTRATIVE' },
  { id: departmentId(5), name: '第八检察部', kind: 'PUBLIC_INTEREST' },
  { id: departmentId(9), name: '第九检察部（控告申诉检察）', kind: 'COMPLAINTS_AND_APPEALS' },
  { id: departmentId(10), name: '办公室', kind: 'GENERAL_OFFICE' },
] as const;
export const COMPLAINTS = departmentId(9);

export interface DemoPerson {
  readonly id: string;
  readonly department: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

const person = (
  number: number,
  department: number,
  [name, title]: readonly [string, string],
  ...roles: Role[]
): DemoPerson => ({
  id: staffId(number),
  department: departmentId(department),
  name,
  title,
  roles,
});

/** Every name is invented. */
export const PEOPLE: readonly DemoPerson[] = [
  person(1, 1, ['顾长河', '检察长'], 'LEADER'),
  person(2, 1, ['沈若兰', '副检察长'], 'LEADER'),
  person(3, 1, ['韩立言', '副检察长'], 'LEADER'),
  person(4, 1, ['苏明义', '检察委员会专职委员'], 'LEADER'),
  person(11, 9, ['林静', '书记员'], 'CLERK'),
  person(12, 9, ['周正', '检察官'], 'HANDLER'),
  person(13, 9, ['陈思源', '检察官'], 'HANDLER'),
  person(14, 9, ['罗文心', '主任'], 'DEPARTMENT_HEAD'),
  person(15, 9, ['高一鸣', '检察官助理'], 'CLERK'),
  person(21, 2, ['郑铁山', '主任'], 'DEPARTMENT_HEAD'),
  person(22, 2, ['何晓雨', '检察官'], 'HANDLER'),
  person(23, 2, ['唐亦凡', '检察官'], 'HANDLER'),
  person(31, 3, ['谢怀瑾', '主任'], 'DEPARTMENT_HEAD'),
  person(32, 3, ['许之远', '检察官'], 'HANDLER'),
  person(41, 4, ['曹安邦', '主任'], 'DEPARTMENT_HEAD'),
  person(42, 4, ['彭书宁', '检察官'], 'HANDLER'),
  person(51, 5, ['萧青禾', '检察官'], 'HANDLER'),
  person(61, 10, ['宋知白', '行政管理员'], 'ROTA_ADMINISTRATOR'),
  person(62, 10, ['董以宁', '行政管理员'], 'STATION_ADMINISTRATOR'),
  person(63, 10, ['蒋明澈', '信息员'], 'SYSTEM_ADMINISTRATOR'),
  person(64, 10, ['丁守成', '信息员'], 'SECURITY_ADMINISTRATOR'),
  person(65, 10, ['魏自清', '监察员'], 'AUDITOR'),
];

/** Which departments each leader answers for (分管); the chief procurator for the house as a whole. */
export const LINES: readonly (readonly [leader: string, departments: readonly string[]])[] = [
  [staffId(2), [departmentId(9), departmentId(10)]],
  [staffId(3), [departmentId(2)]],
  [staffId(4), [departmentId(3), departmentId(4), departmentId(5)]],
];
