import { readFile } from 'node:fs/promises';
import { seededChance } from '@everyletter/stations/planning/rules/chance';

/**
 * A shift-scheduling instance in the public text format of Curtois and Qu. Nothing of it is part of the product: it
 * shows what annealing of the same kind reaches on problems others have solved.
 */
interface ShiftInstance {
  readonly days: number;
  readonly shifts: readonly string[];
  readonly minutes: readonly number[];
  /** By shift, the shifts that may not follow it the next day. */
  readonly notAfter: readonly (readonly string[])[];
  readonly staff: readonly Staff[];
  readonly daysOff: ReadonlyMap<string, ReadonlySet<number>>;
  readonly wishes: readonly Wish[];
  readonly cover: readonly Cover[];
}

interface Staff {
  readonly id: string;
  readonly maxShifts: ReadonlyMap<string, number>;
  readonly maxMinutes: number;
  readonly minMinutes: number;
  readonly maxConsecutive: number;
  readonly minConsecutive: number;
  readonly minConsecutiveOff: number;
  readonly maxWeekends: number;
}

interface Wish {
  readonly staff: string;
  readonly day: number;
  readonly shift: string;
  readonly weight: number;
  readonly wanted: boolean;
}

interface Cover {
  readonly day: number;
  readonly shift: string;
  readonly need: number;
  readonly under: number;
  readonly over: number;
}

const MOVES = 4_000_000;
const [HOT, COLD] = [60, 0.5];
/** One broken rule outweighs every wish; a roster with one is not printed as solved. */
const BROKEN = 2000;

/** Reads the instance at the path, searches, and prints the objective and what is broken, if anything. */
export async function readCurtoisQu(path: string): Promise<void> {
  const instance = parse(await readFile(path, 'utf8'));
  const { objective, broken } = anneal(instance);
  console.log(
    `${path}: ${instance.staff.length} people, ${instance.days} days, objective ${objective}, rules broken ${broken}`,
  );
}

function parse(text: string): ShiftInstance {
  const sections = new Map<string, string[][]>();
  let rows: string[][] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SECTION_')) {
      rows = [];
      sections.set(line, rows);
    } else rows.push(line.split(','));
  }
  const section = (name: string) => sections.get(`SECTION_${name}`) ?? [];
  const shifts = section('SHIFTS');
  const wish = (wanted: boolean) => (row: string[]) => ({
    staff: row[0] ?? '',
    day: Number(row[1]),
    shift: row[2] ?? '',
    weight: Number(row[3]),
    wanted,
  });
  return {
    days: Number(section('HORIZON')[0]?.[0]),
    shifts: shifts.map(([id = '']) => id),
    minutes: shifts.map(([, minutes]) => Number(minutes)),
    notAfter: shifts.map(([, , not = '']) => not.split('|').filter(Boolean)),
    staff: section('STAFF').map(toStaff),
    daysOff: new Map(section('DAYS_OFF').map(([id = '', ...days]) => [id, new Set(days.map(Number))])),
    wishes: [...section('SHIFT_ON_REQUESTS').map(wish(true)), ...section('SHIFT_OFF_REQUESTS').map(wish(false))],
    cover: section('COVER').map(([day, shift = '', need, under, over]) => ({
      day: Number(day),
      shift,
      need: Number(need),
      under: Number(under),
      over: Number(over),
    })),
  };
}

function toStaff([id = '', max = '', ...numbers]: string[]): Staff {
  const [
    maxMinutes = 0,
    minMinutes = 0,
    maxConsecutive = 0,
    minConsecutive = 0,
    minConsecutiveOff = 0,
    maxWeekends = 0,
  ] = numbers.map(Number);
  const maxShifts = new Map(
    max
      .split('|')
      .filter(Boolean)
      .map((one) => [one.split('=')[0] ?? '', Number(one.split('=')[1])]),
  );
  return { id, maxShifts, maxMinutes, minMinutes, maxConsecutive, minConsecutive, minConsecutiveOff, maxWeekends };
}

/** A roster: by person and day a shift, or -1. */
type Roster = Int8Array[];

function anneal(instance: ShiftInstance): { readonly objective: number; readonly broken: number } {
  const chance = seededChance(1);
  const { days, staff, shifts } = instance;
  const roster: Roster = staff.map(() => new Int8Array(days).fill(-1));
  const own = staff.map((_, person) => ofPerson(instance, roster, person));
  let cover = coverCost(instance, roster);
  let cost = own.reduce((sum, one) => sum + one, cover);
  let best = { objective: Number.POSITIVE_INFINITY, broken: Number.POSITIVE_INFINITY };
  for (let move = 0; move < MOVES; move++) {
    const heat = HOT * (COLD / HOT) ** (move / MOVES);
    const person = Math.floor(chance() * staff.length);
    const row = roster[person] as Int8Array;
    const before = row.slice();
    const from = Math.floor(chance() * days);
    row.fill(Math.floor(chance() * (shifts.length + 1)) - 1, from, from + 1 + Math.floor(chance() * 4));
    for (const day of instance.daysOff.get(staff[person]?.id ?? '') ?? []) row[day] = -1;
    const now = ofPerson(instance, roster, person);
    const nowCover = coverCost(instance, roster);
    const worse = now - (own[person] as number) + nowCover - cover;
    if (worse > 0 && chance() >= Math.exp(-worse / heat)) {
      row.set(before);
      continue;
    }
    own[person] = now;
    cover = nowCover;
    cost += worse;
    const broken = Math.floor(own.reduce((sum, one) => sum + Math.floor(one / BROKEN), 0));
    const objective = cost - broken * BROKEN;
    if (broken < best.broken || (broken === best.broken && objective < best.objective)) best = { objective, broken };
  }
  return best;
}

function coverCost({ cover, shifts }: ShiftInstance, roster: Roster): number {
  let cost = 0;
  for (const { day, shift, need, under, over } of cover) {
    const wanted = shifts.indexOf(shift);
    let there = 0;
    for (const row of roster) if (row[day] === wanted) there += 1;
    cost += there < need ? (need - there) * under : (there - need) * over;
  }
  return cost;
}

/** Wishes not granted, and `BROKEN` for each rule of the person that is broken. */
function ofPerson(instance: ShiftInstance, roster: Roster, person: number): number {
  const { staff, shifts, wishes, minutes, notAfter } = instance;
  const who = staff[person] as Staff;
  const row = roster[person] as Int8Array;
  let cost = 0;
  for (const { staff: id, day, shift, weight, wanted } of wishes) {
    if (id === who.id && (row[day] === shifts.indexOf(shift)) !== wanted) cost += weight;
  }
  const worked = row.reduce((sum, shift) => sum + (shift >= 0 ? (minutes[shift] as number) : 0), 0);
  let broken = worked > who.maxMinutes || worked < who.minMinutes ? 1 : 0;
  for (const [shift, most] of who.maxShifts) {
    const times = row.reduce((sum, one) => sum + (one === shifts.indexOf(shift) ? 1 : 0), 0);
    if (times > most) broken += times - most;
  }
  row.forEach((shift, day) => {
    const next = row[day + 1];
    if (shift >= 0 && next !== undefined && next >= 0 && notAfter[shift]?.includes(shifts[next] as string)) broken += 1;
  });
  return cost + BROKEN * (broken + brokenRuns(row, who) + brokenWeekends(row, who));
}

/** Stretches of work and of rest that are too long or too short; those at the edges may go on outside. */
function brokenRuns(row: Int8Array, { maxConsecutive, minConsecutive, minConsecutiveOff }: Staff): number {
  let broken = 0;
  for (let from = 0; from < row.length; ) {
    const works = (row[from] as number) >= 0;
    let to = from;
    while (to < row.length && (row[to] as number) >= 0 === works) to += 1;
    const isInside = from > 0 && to < row.length;
    if (works && to - from > maxConsecutive) broken += 1;
    if (isInside && to - from < (works ? minConsecutive : minConsecutiveOff)) broken += 1;
    from = to;
  }
  return broken;
}

/** The horizon begins on a Monday. */
function brokenWeekends(row: Int8Array, { maxWeekends }: Staff): number {
  let worked = 0;
  for (let saturday = 5; saturday < row.length; saturday += 7) {
    if ((row[saturday] as number) >= 0 || (row[saturday + 1] ?? -1) >= 0) worked += 1;
  }
  return Math.max(0, worked - maxWeekends);
}
