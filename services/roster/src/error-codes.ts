/** Every refusal of this service's own. */
export const ERROR_CODES = ['CALENDAR_NOT_FOUND', 'DAYS_TOO_MANY', 'FEED_NOT_FOUND', 'PERIOD_REVERSED'] as const;
