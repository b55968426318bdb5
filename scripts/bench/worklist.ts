import 'reflect-metadata';
import { inTransaction, openDatabase, type Scope, sessionVariables } from '@everyletter/kit/database';
import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { Matter } from '@everyletter/petitions/matter/matter.entity';
import { Petition } from '@everyletter/petitions/petition/petition.entity';
import { Petitions } from '@everyletter/petitions/petition/petition.repository';
import { defaultPack } from '@everyletter/petitions/policy-pack/rules/default-pack';
import { Reports } from '@everyletter/petitions/report/report.repository';
import { scopeOf } from '@everyletter/petitions/scope';
import { Worklist } from '@everyletter/petitions/worklist/worklist.repository';
import { CASES, type Question } from './worklist/cases.ts';
import { COMPLAINTS, CRIMINAL, HANDLER, NEWCOMERS, openStore, type Store, TODAY } from './worklist/store.ts';

const ROUNDS = 15;
const SIZE = { small: 10_000, large: 1_000_000 };

/** Who asks: the whole institution, a department that is in every petition, one of many, and one that has one. */
const VIEWERS: Readonly<Record<string, (institutionId: string) => Viewer>> = {
  leader: (institutionId) => buildViewer(institutionId, ['LEADER'], { staffId: HANDLER }),
  complaints: (institutionId) =>
    buildViewer(institutionId, ['CLERK'], { departmentIds: [COMPLAINTS], staffId: HANDLER }),
  criminal: (institutionId) => buildViewer(institutionId, ['HANDLER'], { departmentIds: [CRIMINAL], staffId: HANDLER }),
  newcomers: (institutionId) => buildViewer(institutionId, ['CLERK'], { departmentIds: [NEWCOMERS], staffId: HANDLER }),
};

type Orm = Awaited<ReturnType<typeof openDatabase>>;

/** One statement of one viewer, in a transaction as a request has it; milliseconds of the statement alone. */
async function once(orm: Orm, store: Store, viewer: Viewer, question: Question): Promise<number> {
  const scope: Scope = scopeOf(viewer);
  return inTransaction(orm, { variables: sessionVariables(viewer, scope), readOnly: true }, async (em) => {
    const worklist = new Worklist(em, viewer, new Petitions(em));
    const reports = new Reports(em, viewer, TODAY);
    const setting = { viewer, keys: store.keys, today: TODAY, warnDays: defaultPack.warnDays };
    const start = performance.now();
    await question({ worklist, reports, setting });
    return performance.now() - start;
  });
}

/** The middle of the rounds, without the first three, in which caches fill. */
async function warm(orm: Orm, store: Store, viewer: Viewer, question: Question): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + 3; round += 1) times.push(await once(orm, store, viewer, question));
  const sorted = times.slice(3).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

async function main(): Promise<void> {
  const store = await openStore(SIZE);
  const entities = [Petition, Matter];
  const orm = await openDatabase({ url: store.databaseUrl, schema: 'petitions', entities });
  console.log(`${SIZE.large} petitions ÷ ${SIZE.small}, one statement, warm`);
  try {
    for (const [who, viewerOf] of Object.entries(VIEWERS)) {
      for (const [name, question] of Object.entries(CASES)) {
        const small = await warm(orm, store, viewerOf(store.small), question);
        const large = await warm(orm, store, viewerOf(store.large), question);
        const ratio = (large / small).toFixed(1).padStart(6);
        console.log(`${who.padEnd(11)}${name.padEnd(31)}${ratio} (${large.toFixed(1)} ÷ ${small.toFixed(1)} ms)`);
      }
    }
  } finally {
    await orm.close(true);
    await store.stop();
  }
}

await main();
process.exit(0);
