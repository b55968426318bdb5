import { compareRotas } from './rota/compare-rotas.ts';
import { raceForNumbers } from './rota/race-for-numbers.ts';
import { measureSickCalls } from './rota/sick-calls.ts';

await compareRotas();
await measureSickCalls();
await raceForNumbers();
process.exit(0);
