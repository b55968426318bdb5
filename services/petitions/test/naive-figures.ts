import type { Desk } from './desk.ts';
import { TODAY } from './figure-history.ts';

/** All rows as they are, by table; the figures are counted over them again without any of the house's code. */
export interface Store {
  readonly petitions: readonly Plain[];
  readonly matters: ReadonlyMap<string, Plain>;
  readonly attempts: readonly Plain[];
  readonly recipients: readonly Plain[];
  readonly extensions: readonly Plain[];
  readonly objections: readonly Plain[];
  readonly events: readonly Plain[];
}
// biome-ignore lint/suspicious/noExplicitAny: rows as the database has them
type Plain = Readonly<Record<string, any>>;

export async function readStore(desk: Desk): Promise<Store> {
  const all = async (table: string, order = 'id') => {
    const rows = await desk.rows(`select row_to_json(t) as row from petitions.${table} t order by ${order}`);
    return rows.map(({ row }: { row: Plain }) => row);
  };
  const timeline = await all('timeline_entry');
  return {
    petitions: await all('petition'),
    matters: new Map((await all('matter')).map((matter) => [matter.id, matter])),
    attempts: await all('contact_attempt', 'attempted_on, id'),
    recipients: await all('reply_recipient'),
    extensions: await all('extension'),
    objections: timeline.filter(({ kind }) => kind === 'TRANSFER_OBJECTED'),
    events: (await all('clock_event', 'subject_id, sequence')).filter(({ clock }) => clock === 'FOLLOW_UP'),
  };
}

export interface Counted {
  readonly value: number | null;
  readonly denominator: number | null;
}

type Within = (day: string | null) => boolean;

/** What a figure is counted over: some petitions, and whether a day lies in the period. */
interface Asked {
  readonly among: readonly Plain[];
  readonly store: Store;
  readonly within: Within;
}

type Test = (petition: Plain, asked: Asked) => unknown;

const received: Test = (one, { within }) => within(one.received_on);
const matterOf = (one: Plain, { store }: Asked): Plain => store.matters.get(one.matter_id) ?? {};
/** Whether one of the rows about the petition has its day in the period. */
const some =
  (rows: (store: Store) => readonly Plain[], day: string): Test =>
  (one, { store, within }) =>
    rows(store).some((row) => row.petition_id === one.id && within(row[day]));

const COUNTS: Readonly<Record<string, Test>> = {
  RECEIVED: received,
  RECEIVED_FIRST: (one, asked) => received(one, asked) && !one.repeat_of_id,
  RECEIVED_REPEAT: (one, asked) => received(one, asked) && one.repeat_of_id,
  RECEIVED_JOINT: (one, asked) => received(one, asked) && (one.people_count > 1 || one.representative_count > 0),
  RECEIVED_ANONYMOUS: (one, asked) => received(one, asked) && one.identity_kind === 'ANONYMOUS',
  SUPERIOR_ORDERED: (one, asked) => received(one, asked) && one.superior_from,
  TRANSFERRED: (one, { within }) => one.disposition === 'TRANSFERRED' && within(one.disposed_on),
  UNREACHABLE: (one, { within }) => within(one.unreachable_on),
  EXTENDED: some(({ extensions }) => extensions.filter(({ state }) => state === 'APPROVED'), 'decided_on'),
  OBJECTED: some(({ objections }) => objections, 'on_date'),
  REPLIED: some(({ recipients }) => recipients, 'sent_on'),
  REPLIED_LETTER: some(({ recipients }) => recipients.filter(({ means }) => means === 'LETTER'), 'sent_on'),
  RETURNED: some(
    ({ recipients }) => recipients.filter(({ state }) => ['RETURNED', 'FAILED'].includes(state)),
    'settled_on',
  ),
};

/** Which are counted at all, and which of those are in time. */
const RATES: Readonly<Record<string, readonly [Test, Test]>> = {
  SAME_DAY_RATE: [
    (one, asked) => received(one, asked) && (one.disposed_on || one.triage_target_on < TODAY),
    (one) => one.disposed_on && one.disposed_on <= one.triage_target_on,
  ],
  PROCEDURAL_RATE: [
    (one, asked) => received(one, asked) && (one.procedural_stopped_on || one.procedural_due_on < TODAY),
    (one) => one.procedural_stopped_on && one.procedural_stopped_on <= one.procedural_due_on,
  ],
  SUBSTANTIVE_RATE: [
    (one, asked) => {
      const { substantive_stopped_on: stoppedOn, substantive_due_on: dueOn } = matterOf(one, asked);
      return received(one, asked) && (stoppedOn || dueOn < TODAY);
    },
    (one, asked) => {
      const { substantive_stopped_on: stoppedOn, substantive_due_on: dueOn } = matterOf(one, asked);
      return stoppedOn && stoppedOn <= dueOn;
    },
  ],
  SUPERIOR_RATE: [
    (one, { within }) =>
      one.superior_from && within(one.report_back_due_on) && (one.reported_on || one.report_back_due_on < TODAY),
    (one) => one.reported_on && one.reported_on <= one.report_back_due_on,
  ],
};

/** One figure of some petitions over days, folded one petition after another. */
export function countPlainly(code: string, among: readonly Plain[], store: Store, within: Within): Counted {
  if (code === 'REACHED') return reached(among, store, within);
  if (code === 'FOLLOW_UP_RATE') return followUps(among, store, within);
  const asked = { among, store, within };
  const count = COUNTS[code];
  if (count) return { value: among.filter((one) => count(one, asked)).length, denominator: null };
  const [decided, inTime] = RATES[code] ?? [() => false, () => false];
  const all = among.filter((one) => decided(one, asked));
  const good = all.filter((one) => inTime(one, asked));
  return { value: all.length > 0 ? good.length / all.length : null, denominator: all.length };
}

function reached(among: readonly Plain[], { attempts }: Store, within: Within): Counted {
  const numbers = among.flatMap(({ id }) => {
    const own = attempts.filter(({ petition_id }) => petition_id === id);
    const at = own.findIndex(({ outcome }) => outcome === 'REACHED');
    return at >= 0 && within(own[at]?.attempted_on) ? [at + 1] : [];
  });
  const sum = numbers.reduce((total, number) => total + number, 0);
  return { value: numbers.length > 0 ? sum / numbers.length : null, denominator: numbers.length };
}

function followUps(among: readonly Plain[], { events }: Store, within: Within): Counted {
  const kept = among.flatMap(({ matter_id: matter }) => {
    const due = promisesOf(events.filter(({ subject_id }) => subject_id === matter)).filter(
      ({ dueOn, keptOn }) => within(dueOn) && (keptOn || dueOn < TODAY),
    );
    return due.length > 0 ? [due.every(({ dueOn, keptOn }) => keptOn !== null && keptOn <= dueOn)] : [];
  });
  return { value: kept.length > 0 ? kept.filter(Boolean).length / kept.length : null, denominator: kept.length };
}

interface Promised {
  dueOn: string;
  keptOn: string | null;
}

function promisesOf(events: readonly Plain[]): Promised[] {
  const promises: (Promised & { dropped: boolean; closed: boolean })[] = [];
  for (const { type, on_date: on, due_on: due } of events) {
    const last = promises.at(-1);
    if (type === 'STARTED') {
      if (last && !last.closed) last.keptOn = on;
      promises.push({ dueOn: due, keptOn: null, dropped: false, closed: false });
    } else if (last) {
      if (due) last.dueOn = due;
      last.dropped = type === 'RECOUNTED' ? last.dropped : type === 'WITHDRAWN';
      if (type === 'STOPPED') Object.assign(last, { keptOn: on, closed: true });
      if (type === 'REOPENED') Object.assign(last, { keptOn: null, closed: false });
    }
  }
  return promises.filter(({ dropped }) => !dropped);
}
