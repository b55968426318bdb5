/** A binary heap of numbered things, the smallest key first. */
export class MinHeap {
  private keys = new Float64Array(1024);
  private values = new Int32Array(1024);
  private size = 0;

  clear(): void {
    this.size = 0;
  }

  push(key: number, value: number): void {
    if (this.size === this.keys.length) this.grow();
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.keys[above] as number) <= key) break;
      this.put(at, this.keys[above] as number, this.values[above] as number);
      at = above;
    }
    this.put(at, key, value);
  }

  /** The value of the smallest key, which leaves; -1 when empty. */
  pop(): number {
    if (this.size === 0) return -1;
    const first = this.values[0] as number;
    this.size -= 1;
    this.sink(this.keys[this.size] as number, this.values[this.size] as number);
    return first;
  }

  private sink(key: number, value: number): void {
    let at = 0;
    for (let below = 1; below < this.size; below = 2 * at + 1) {
      if (below + 1 < this.size && (this.keys[below + 1] as number) < (this.keys[below] as number)) below += 1;
      if ((this.keys[below] as number) >= key) break;
      this.put(at, this.keys[below] as number, this.values[below] as number);
      at = below;
    }
    this.put(at, key, value);
  }

  private put(at: number, key: number, value: number): void {
    this.keys[at] = key;
    this.values[at] = value;
  }

  private grow(): void {
    const [keys, values] = [this.keys, this.values];
    this.keys = new Float64Array(keys.length * 2);
    this.values = new Int32Array(keys.length * 2);
    this.keys.set(keys);
    this.values.set(values);
  }
}
