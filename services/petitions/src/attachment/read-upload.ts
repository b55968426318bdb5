import { Invalid } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { isAllowed, MAX_BYTES, MEDIA, type MediaType } from './rules/media.ts';

const MAX_NAME = 200;
/** A sheet of A3 at 600 dpi. */
const MAX_PIXELS = 70_000_000;
const JPEG_QUALITY = 86;

/** A file as it is kept: its kind found from its content, an image drawn anew. */
export interface ReadUpload {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Buffer;
}

/**
 * An image is decoded and encoded again: what else the file carried, place and camera too, is gone.
 * @throws Invalid `ATTACHMENT_EMPTY`, `ATTACHMENT_TOO_LARGE`, `ATTACHMENT_KIND_NOT_ALLOWED`, `ATTACHMENT_UNREADABLE`
 */
export async function readUpload(fileName: string | undefined, body: Buffer | undefined): Promise<ReadUpload> {
  if (!body || body.length === 0) throw new Invalid('ATTACHMENT_EMPTY', { field: 'file' });
  if (body.length > MAX_BYTES)
    throw new Invalid('ATTACHMENT_TOO_LARGE', { field: 'file', maxMegabytes: MAX_BYTES / 1024 ** 2 });
  const found = await fileTypeFromBuffer(body);
  const mediaType = found?.mime;
  if (!isAllowed(mediaType)) throw new Invalid('ATTACHMENT_KIND_NOT_ALLOWED', { field: 'file' });
  const name = cleanText((fileName ?? '').split(/[\\/]/u).at(-1) ?? '', { field: 'file', max: MAX_NAME });
  if (!MEDIA[mediaType].isImage) return { name, mediaType, bytes: body };
  return { name, ...(await drawnAnew(body, mediaType)) };
}

async function drawnAnew(bytes: Buffer, type: MediaType): Promise<Pick<ReadUpload, 'bytes' | 'mediaType'>> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
    if (type === 'image/png') return { bytes: await image.png({ compressionLevel: 6 }).toBuffer(), mediaType: type };
    return { bytes: await image.jpeg({ quality: JPEG_QUALITY }).toBuffer(), mediaType: 'image/jpeg' };
  } catch (cause) {
    throw new Invalid('ATTACHMENT_UNREADABLE', { field: 'file' }, { cause });
  }
}
