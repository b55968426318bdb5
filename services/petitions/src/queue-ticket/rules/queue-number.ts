/** As it is called out and printed: three figures at least. */
export function queueNumber(number: number): string {
  return String(number).padStart(3, '0');
}
