import { Invalid } from '@everyletter/kit/errors';
import type { Phrase } from '../../clock/rules/explanation.ts';
import type { CategoryClock, Confidence, LawfulPeriod, Period, PolicyPack } from './policy-pack.ts';

/** What a number of the pack counts. */
export const PolicyUnit = {
  CALENDAR_DAY: 'CALENDAR_DAY',
  WORKDAY: 'WORKDAY',
  MONTH: 'MONTH',
  MINUTE: 'MINUTE',
  COUNT: 'COUNT',
} as const;
export type PolicyUnit = (typeof PolicyUnit)[keyof typeof PolicyUnit];

/** A number of the pack as people edit it. `enabled`: null where it cannot be switched off. */
export interface PolicyNumber {
  readonly key: string;
  readonly name: Phrase;
  readonly amount: number;
  readonly unit: PolicyUnit;
  /** The units it may be given in. */
  readonly units: readonly PolicyUnit[];
  readonly min: number;
  readonly max: number;
  readonly legalBasis: string;
  readonly confidence: Confidence;
  readonly enabled: boolean | null;
}

export interface PolicyNumberChange {
  readonly key: string;
  readonly amount: number;
  readonly unit: PolicyUnit;
  readonly legalBasis: string;
  readonly enabled?: boolean | null;
}

type Value = Pick<PolicyNumber, 'amount' | 'unit' | 'legalBasis' | 'confidence' | 'enabled'>;

interface NumberSpec extends Omit<PolicyNumber, keyof Value> {
  readonly read: (pack: PolicyPack) => Value;
  readonly write: (pack: PolicyPack, change: PolicyNumberChange) => PolicyPack;
}

const DAYS = ['CALENDAR_DAY', 'WORKDAY'] as const;

/** In the order they are shown. A period keeps the place it is written in; other numbers keep theirs under `basis`. */
const SPECS: readonly NumberSpec[] = [
  clock('PROCEDURAL', { zh: '程序性回复', en: 'Procedural reply' }, DAYS, 30),
  clock('SUBSTANTIVE', { zh: '实体性答复', en: 'Substantive answer' }, ['MONTH'], 12),
  clock('FOLLOW_UP', { zh: '后续答复间隔', en: 'Between follow-up answers' }, ['MONTH'], 3),
  clock('WRONG_TRANSFER_OBJECTION', { zh: '误转异议', en: 'Objection to a wrong transfer' }, DAYS, 30),
  plain('extension.maxCount', { zh: '延期次数', en: 'Extensions of one matter' }, 'COUNT', [0, 5]),
  plain('extension.maxMonths', { zh: '延期合计', en: 'Extensions altogether' }, 'MONTH', [0, 12]),
  plain('reminders.ownerBefore', { zh: '到期前提醒承办人', en: 'Handler told before the day' }, 'WORKDAY', [0, 30]),
  plain('reminders.headBefore', { zh: '到期前提醒部门负责人', en: 'Head told before the day' }, 'WORKDAY', [0, 30]),
  plain(
    'reminders.deputyAfter',
    { zh: '到期后报分管院领导', en: 'Deputy chief told after the day' },
    'WORKDAY',
    [0, 30],
  ),
  plain('reminders.chiefAfter', { zh: '到期后报检察长', en: 'Chief told after the day' }, 'WORKDAY', [0, 60]),
  plain(
    'reminders.silentMinutes',
    { zh: '提醒中断多久告警', en: 'Silence of reminders that is told' },
    'MINUTE',
    [5, 120],
  ),
  plain('warnDays', { zh: '临期天数', en: 'Due soon before the target' }, 'CALENDAR_DAY', [0, 30]),
  plain('unreachable.attempts', { zh: '无法联系：最少次数', en: 'Unreachable: attempts' }, 'COUNT', [1, 10]),
  plain('unreachable.channels', { zh: '无法联系：最少方式', en: 'Unreachable: channels' }, 'COUNT', [1, 4]),
  plain('reveals.perHour', { zh: '每小时查看个人信息上限', en: 'Personal data opened an hour' }, 'COUNT', [1, 500]),
  plain('report.smallestCell', { zh: '报表小数值隐去', en: 'Smallest count told' }, 'COUNT', [1, 50]),
];

/** Every number of a pack, the clocks of categories at the end. */
export function policyNumbers(pack: PolicyPack): PolicyNumber[] {
  return specsOf(pack).map(({ read, write: _, ...spec }) => ({ ...spec, ...read(pack) }));
}

/**
 * The pack with these numbers; what is not named stays.
 * @throws Invalid `POLICY_NUMBER_UNKNOWN`, `POLICY_NUMBER_OUT_OF_RANGE`, `POLICY_UNIT_INVALID`, `POLICY_BASIS_NEEDED`
 */
export function withNumbers(pack: PolicyPack, changes: readonly PolicyNumberChange[]): PolicyPack {
  const specs = new Map(specsOf(pack).map((spec) => [spec.key, spec]));
  return changes.reduce((changed, change, at) => {
    const spec = specs.get(change.key);
    if (!spec) throw new Invalid('POLICY_NUMBER_UNKNOWN', { field: `numbers.${at}.key`, key: change.key });
    checkNumber(spec, change, `numbers.${at}`);
    return spec.write(changed, { ...change, legalBasis: change.legalBasis.trim() });
  }, pack);
}

function checkNumber({ key, min, max, units }: NumberSpec, change: PolicyNumberChange, field: string): void {
  const { amount, unit, legalBasis } = change;
  if (!Number.isInteger(amount) || amount < min || amount > max) {
    throw new Invalid('POLICY_NUMBER_OUT_OF_RANGE', { field: `${field}.amount`, key, min, max });
  }
  if (!units.includes(unit)) throw new Invalid('POLICY_UNIT_INVALID', { field: `${field}.unit`, key });
  if (legalBasis.trim() === '') throw new Invalid('POLICY_BASIS_NEEDED', { field: `${field}.legalBasis`, key });
}

function specsOf({ categoryClocks }: PolicyPack): readonly NumberSpec[] {
  return [...SPECS, ...categoryClocks.map(category)];
}

function clock(
  kind: 'PROCEDURAL' | 'SUBSTANTIVE' | 'FOLLOW_UP' | 'WRONG_TRANSFER_OBJECTION',
  name: Phrase,
  units: readonly PolicyUnit[],
  max: number,
): NumberSpec {
  return {
    ...{ key: `clocks.${kind}`, name, units, min: 1, max },
    read: ({ clocks }) => ({ ...lawful(clocks[kind]), enabled: null }),
    write: (pack, change) => ({
      ...pack,
      clocks: { ...pack.clocks, [kind]: { ...pack.clocks[kind], ...written(change) } },
    }),
  };
}

function category({ code, name }: CategoryClock): NumberSpec {
  const key = `category.${code}`;
  const write = (one: CategoryClock, change: PolicyNumberChange) =>
    one.code === code ? { ...one, ...written(change), enabled: change.enabled ?? one.enabled } : one;
  return {
    ...{ key, name, units: DAYS, min: 1, max: 365 },
    read: ({ categoryClocks }) => {
      const own = categoryClocks.find((one) => one.code === code) as CategoryClock;
      return { ...lawful(own), enabled: own.enabled };
    },
    write: (pack, change) => ({ ...pack, categoryClocks: pack.categoryClocks.map((one) => write(one, change)) }),
  };
}

function lawful({ period, legalBasis, confidence }: LawfulPeriod): Omit<Value, 'enabled'> {
  return { amount: period.amount, unit: period.unit, legalBasis, confidence };
}

function written({ amount, unit, legalBasis }: PolicyNumberChange): Pick<LawfulPeriod, 'period' | 'legalBasis'> {
  return { period: { amount, unit: unit as Period['unit'] }, legalBasis };
}

type Section = Readonly<Record<string, unknown>>;

/** A number that stands by itself, or as `section.name` in a section of the pack. */
function plain(key: string, name: Phrase, unit: PolicyUnit, [min, max]: readonly [number, number]): NumberSpec {
  const [section = '', own] = key.split('.');
  const inside = (pack: PolicyPack) => (pack as unknown as Section)[section] as Section;
  return {
    ...{ key, name, units: [unit], min, max },
    read: (pack) => {
      const about = own ? inside(pack) : {};
      return {
        amount: Number(own ? about[own] : inside(pack)),
        unit,
        legalBasis: pack.basis?.[key] ?? String(about.legalBasis ?? ''),
        confidence: (about.confidence ?? 'UNSURE') as Confidence,
        enabled: null,
      };
    },
    write: (pack, { amount, legalBasis }) => ({
      ...pack,
      [section]: own ? { ...inside(pack), [own]: amount } : amount,
      basis: { ...pack.basis, [key]: legalBasis },
    }),
  };
}
