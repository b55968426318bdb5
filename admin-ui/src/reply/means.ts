/** How a reply goes out, in the order people choose. */
export const REPLY_MEANS = ['LETTER', 'MESSAGE', 'PHONE', 'WEB', 'ON_THE_SPOT', 'HOME_VISIT'] as const;
export type ReplyMeans = (typeof REPLY_MEANS)[number];
