import { type DestinationStream, type Logger, pino } from 'pino';

/** Names under which personal data could slip into a log line. They are cut wherever they stand. */
const PERSONAL = [
  'name',
  'idNumber',
  'phone',
  'address',
  'body',
  'variables',
  'password',
  'token',
  'cookie',
  'authorization',
];

/**
 * One line of JSON per event, without personal data: log codes, ids and counts, never values people wrote.
 * `level` silent|error|warn|info|debug.
 */
export function createLog(component: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { component },
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[cut]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

export type { Logger };
