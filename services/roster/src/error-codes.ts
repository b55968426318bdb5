/** Every refusal of this service's own. */
export const ERROR_CODES = ['CALENDAR_NOT_FOUND', 'DAYS_TOO_MANY', 'PERIOD_REVERSED'] as const;
