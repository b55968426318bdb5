import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const MS_PER_TICK = 10;

/** Milliseconds of CPU, user and system, a process has used so far. Linux only. */
export function cpuOf(processId: number): number {
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

export function cpuOfAll(processIds: readonly number[]): number {
  return processIds.reduce((sum, id) => sum + cpuOf(id), 0);
}
