/** A size as people read it: 340 KB, 2.1 MB. */
export function kilobytes(bytes: number): string {
  const size = bytes / 1024;
  return size < 1000 ? `${Math.max(1, Math.round(size))} KB` : `${(size / 1024).toFixed(1)} MB`;
}
