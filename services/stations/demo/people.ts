import type { Language, Specialty, Sponsor } from '../src/lawyer/rules/kinds.ts';
import type { StationKind } from '../src/station/station.type.ts';

/** A fixed id of the demo data: `kind` and `number` are the last digits. The first lawyer has an account. */
export function demoId(kind: number, number: number): string {
  return `01940000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
}

const LAWYER = 6;
const FIRM = 9;
export const STATION = 10;
const REQUIREMENT = 11;
const ASSIGNMENT = 12;

export const requirementId = (number: number) => demoId(REQUIREMENT, number);
export const assignmentId = (number: number) => demoId(ASSIGNMENT, number);

export interface DemoStation {
  readonly id: string;
  readonly name: string;
  readonly kind: StationKind;
  readonly place: string;
  /** Lawyers required in a half-day. */
  readonly lawyers: number;
  readonly halfDays: readonly ('MORNING' | 'AFTERNOON')[];
}

export const DEMO_STATIONS: readonly DemoStation[] = [
  {
    id: demoId(STATION, 1),
    name: '律师工作站',
    kind: 'LAWYER_STATION',
    place: '检察服务中心一层 3 号窗口',
    lawyers: 1,
    halfDays: ['MORNING', 'AFTERNOON'],
  },
  {
    id: demoId(STATION, 2),
    name: '民营企业法律服务窗口',
    kind: 'ENTERPRISE_WINDOW',
    place: '检察服务中心一层 5 号窗口',
    lawyers: 1,
    halfDays: ['MORNING'],
  },
];

export const DEMO_FIRMS = [
  { id: demoId(FIRM, 1), name: '北京衡山律师事务所' },
  { id: demoId(FIRM, 2), name: '北京清河律师事务所' },
  { id: demoId(FIRM, 3), name: '北京知春律师事务所' },
] as const;

export interface DemoLawyer {
  readonly id: string;
  readonly firmId: string;
  readonly name: string;
  readonly yearsOfPractice: number;
  readonly specialties: readonly Specialty[];
  readonly sponsor: Sponsor;
  readonly languages: readonly Language[];
}

const lawyer = (
  number: number,
  firm: number,
  [name, yearsOfPractice]: readonly [string, number],
  ...specialties: Specialty[]
): DemoLawyer => ({
  id: demoId(LAWYER, number),
  firmId: demoId(FIRM, firm),
  name,
  yearsOfPractice,
  specialties,
  sponsor: SPONSORS[number % SPONSORS.length] ?? 'LAW_FIRM_CONTRACT',
  languages: name.includes('·') ? ['MANDARIN', 'UYGHUR'] : ['MANDARIN'],
});

const SPONSORS: readonly Sponsor[] = ['LEGAL_AID_AGENCY', 'BAR_ASSOCIATION', 'LAW_FIRM_CONTRACT'];

/** Every name is invented. */
export const DEMO_LAWYERS: readonly DemoLawyer[] = [
  lawyer(1, 1, ['欧阳平', 14], 'CRIMINAL', 'STATE_COMPENSATION'),
  lawyer(2, 1, ['梁知秋', 8], 'CIVIL', 'FAMILY'),
  lawyer(3, 1, ['杜若飞', 5], 'LABOUR', 'CIVIL'),
  lawyer(4, 2, ['石远舟', 21], 'ADMINISTRATIVE', 'STATE_COMPENSATION'),
  lawyer(5, 2, ['钟听雨', 6], 'ENTERPRISE', 'CIVIL'),
  lawyer(6, 2, ['阿依努尔·买买提', 9], 'CRIMINAL', 'FAMILY'),
  lawyer(7, 3, ['白景行', 11], 'ENTERPRISE', 'LABOUR'),
  lawyer(8, 3, ['贺兰亭', 4], 'CIVIL', 'ADMINISTRATIVE'),
];
