/** Says what is being done, on one line each, with the seconds it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`  ${title} …`);
  const result = await work();
  process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}

/** Writes a share into the current line, at most once for every tenth. */
export function counter(): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const tenths = Math.floor((done / total) * 10);
    if (tenths <= shown) return;
    shown = tenths;
    process.stdout.write(` ${tenths * 10}%`);
  };
}
