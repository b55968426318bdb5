import 'reflect-metadata';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Cost, CostMeter, quantile, timed } from './size/cost.ts';
import { Office } from './size/office.ts';
import { openSizeStore, type SizeStore } from './size/store.ts';

const { values } = parseArgs({
  options: {
    petitions: { type: 'string', default: '1000000' },
    small: { type: 'string', default: '100000' },
    /** Where the stores are kept, so that a second run finds them filled. */
    folder: { type: 'string', default: path.join(tmpdir(), 'everyletter-size') },
  },
});

const ROUNDS = 60;
const LETTERS = 300;
/** What grows with the answer and not with the store. */
const CASES: Readonly<Record<string, (office: Office, nth: number) => Promise<unknown>>> = {
  'worklist page': (office) => office.worklist(),
  'name search': (office) => office.search(),
  'petition page': (office, nth) => office.petition(nth),
  'district, a year': (office) => office.year(),
};

async function main(): Promise<void> {
  const small = await openSizeStore(Number(values.small), values.folder);
  const large = await openSizeStore(Number(values.petitions), values.folder);
  try {
    await measure(small, large);
  } finally {
    await Promise.all([small.stop(), large.stop()]);
  }
}

async function measure(small: SizeStore, large: SizeStore): Promise<void> {
  const places = await Promise.all([small, large].map(open));
  console.log(`${large.petitions} petitions of ${large.institutions.length} institutions ÷ ${small.petitions}, warm`);
  for (const [name, ask] of Object.entries(CASES)) {
    let nth = 0;
    const costs: Cost[] = [];
    for (const { office, meter } of places) costs.push(await meter.of(() => ask(office, nth++), ROUNDS));
    tell(name, costs[1] as Cost, costs[0] as Cost);
  }
  const { office, meter } = places[1] as Place;
  const months = async (of: Office['nation']) => meter.of(() => office.byMonth(of), ROUNDS / 2);
  const district = await months(office.district);
  tell('province by month ÷ district', await months(office.province), district);
  tell('nation by month ÷ district', await months(office.nation), district);
  await intake(office);
  await Promise.all(places.map((place) => Promise.all([place.office.close(), place.meter.close()])));
}

interface Place {
  readonly office: Office;
  readonly meter: CostMeter;
}

async function open(store: SizeStore): Promise<Place> {
  return { office: await Office.open(store), meter: await CostMeter.open(store.ownerUrl, 'el_petitions') };
}

/** Letters one after another, alone and while somebody reads the nation again and again. */
async function intake(office: Office): Promise<void> {
  const register = async () => {
    const times: number[] = [];
    for (let letter = 0; letter < LETTERS; letter += 1) times.push(await timed(() => office.register()));
    return quantile(times, 0.99);
  };
  await register();
  const alone = await register();
  let reading = true;
  const reports = (async () => {
    while (reading) await office.byMonth(office.nation);
  })();
  const beside = await register();
  reading = false;
  await reports;
  console.log(`${'intake p99 beside reports'.padEnd(31)}${ratio(beside, alone)} (${ms(beside)} ÷ ${ms(alone)} ms)`);
}

function tell(name: string, of: Cost, by: Cost): void {
  const part = (unit: string, one: number, other: number) => `${unit}${ratio(one, other)} (${ms(one)} ÷ ${ms(other)})`;
  console.log(
    `${name.padEnd(31)}${part('CPU', of.cpuMs, by.cpuMs)}  ${part('buffers', of.buffers, by.buffers)}  ${part('p50', of.ms, by.ms)}`,
  );
}

const ratio = (one: number, other: number) => (one / other).toFixed(2).padStart(7);
const ms = (value: number) => value.toFixed(1);

await main();
process.exit(0);
