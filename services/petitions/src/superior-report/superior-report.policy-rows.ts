import type { PolicyTable } from '@everyletter/kit/policy';
import { desk, rows } from '../policy-kinds.ts';

export const superiorReportPolicy: PolicyTable = {
  ...rows('Mutation', desk, 'recordSuperiorOrder reportToSuperior'),
  'Petition.superiorReports': desk,
  ...rows('SuperiorOrder', desk, 'number reportedOn'),
  ...rows('SuperiorReport', desk, 'id kind reportedOn writtenAt words writtenBy'),
};
