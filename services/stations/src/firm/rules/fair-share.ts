/** How much of the duty of a period a firm had, and how many days its lawyers were in service. */
export interface FirmLoad {
  readonly firmId: string;
  /** Days in service summed over its lawyers: who joined late, or left, owes less. */
  readonly lawyerDays: number;
  readonly planned: number;
  readonly served: number;
}

export interface FirmShare extends FirmLoad {
  /** Between which a fair share lies; both 0 while nobody was in service. */
  readonly fairFrom: number;
  readonly fairTo: number;
}

/**
 * A fair share is what is planned in all, divided by days in service; half-days do not divide, so it is the whole
 * number below or above. Firms without a lawyer in service have none.
 */
export function fairShares(loads: readonly FirmLoad[]): FirmShare[] {
  const planned = loads.reduce((sum, load) => sum + load.planned, 0);
  const days = loads.reduce((sum, load) => sum + load.lawyerDays, 0);
  return loads.map((load) => {
    const fair = days === 0 ? 0 : (planned * load.lawyerDays) / days;
    return { ...load, fairFrom: Math.floor(fair), fairTo: Math.ceil(fair) };
  });
}
