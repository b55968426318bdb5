/** Every refusal of this service's own. */
export const ERROR_CODES = ['CALENDAR_NOT_FOUND', 'PERIOD_REVERSED', 'PERIOD_TOO_LONG'] as const;
