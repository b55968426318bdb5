import { graphql } from '../graphql/graphql.ts';
import { type ListExport, useListExport } from '../graphql/use-list-export.ts';
import { useT } from '../text/use-t.ts';
import { DISPUTE_FIELDS, REFERRAL_VIEWS, type ReferralView } from './kinds.ts';

/** Asked page by page, by the server. */
const ReferralExportQuery = graphql(`
  query ReferralExport($states: [ReferralState!], $first: Int!, $after: String) {
    referrals(states: $states, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          dispute
          field
          state
          proposedOn
          acceptedOn
          endsOn
          endedOn
          organisation { id name }
          mediator { id name }
        }
      }
    }
  }
`);

/** The list as it is shown, as a file; nobody's name but the partner's people. */
export function useReferralExport() {
  const { t } = useT();
  const exportList = useListExport();
  const fields = () => Object.fromEntries(DISPUTE_FIELDS.map((code) => [code, t(`disputeField.${code}`)]));
  const states = () =>
    Object.fromEntries(
      [...REFERRAL_VIEWS.OPEN, ...REFERRAL_VIEWS.ENDED].map((code) => [code, t(`referralState.${code}`)]),
    );
  const columns = (): ListExport['columns'] => [
    { title: t('mediation.column.dispute'), value: 'dispute' },
    { title: t('mediation.column.field'), value: 'field', words: fields() },
    { title: t('mediation.column.partner'), value: 'organisation.name' },
    { title: t('mediation.mediator'), value: 'mediator.name' },
    { title: t('mediation.column.state'), value: 'state', words: states() },
    { title: t('mediation.column.proposedOn'), value: 'proposedOn' },
    { title: t('mediation.acceptedOn'), value: 'acceptedOn' },
    { title: t('mediation.endsOn'), value: 'endsOn' },
    { title: t('mediation.endedOn'), value: 'endedOn' },
  ];
  return (view: ReferralView, today: string, format: ListExport['format']): Promise<void> =>
    exportList({
      document: ReferralExportQuery,
      variables: { states: [...REFERRAL_VIEWS[view]] },
      list: 'referrals',
      columns: columns(),
      fileName: `${t('mediation.title')}-${today}`,
      format,
    });
}
