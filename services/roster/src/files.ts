import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import { calendarFeedFile } from './calendar-feed/calendar-feed.files.ts';
import type { Context } from './context.ts';
import { staffListFile } from './staff/staff-list.files.ts';

/** @throws NotFound `FILE_NOT_FOUND`, and what each door refuses */
export async function rosterFile(request: FileRequest, context: Context): Promise<FileResponse> {
  return (await staffListFile(request, context)) ?? calendarFeedFile(request, context);
}
