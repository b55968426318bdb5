import { comparePlans } from './coverage/compare-plans.ts';
import { readCurtoisQu } from './coverage/curtois-qu.ts';
import { measureFigures } from './coverage/figures.ts';
import { measureSickCall } from './coverage/sick-call.ts';
import { measureStall } from './coverage/stall.ts';

/** `npm run bench coverage`, or with the path of a Curtois–Qu instance, which is solved and nothing else. */
async function main(instance: string | undefined): Promise<void> {
  if (instance) {
    await readCurtoisQu(instance);
    return;
  }
  comparePlans();
  measureSickCall();
  await measureFigures();
  await measureStall();
}

await main(process.argv[2]);
process.exit(0);
