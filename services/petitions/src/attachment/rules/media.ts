/** What may be attached, by its content; never by the name or by what the sender says. */
export const MEDIA = {
  'image/jpeg': { extension: 'jpg', isImage: true },
  'image/png': { extension: 'png', isImage: true },
  'image/webp': { extension: 'jpg', isImage: true },
  'application/pdf': { extension: 'pdf', isImage: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', isImage: false },
} as const;
export type MediaType = keyof typeof MEDIA;

/** Bytes of one file, a little below what the gateway carries. */
export const MAX_BYTES = 10 * 1024 * 1024;
/** Files of one petition. */
export const MAX_FILES = 30;

export function isAllowed(type: string | undefined): type is MediaType {
  return type !== undefined && Object.hasOwn(MEDIA, type);
}
