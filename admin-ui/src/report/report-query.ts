import { graphql } from '../graphql/graphql.ts';
import { AgeingPanelFragment } from './AgeingPanel.vue';
import { FigureCardFragment } from './FigureCard.vue';
import { RateCardFragment } from './RateCard.vue';
import { TrendPanelFragment } from './TrendPanel.vue';

export const DashboardQuery = graphql(
  `
    query Dashboard($period: PeriodInput!) {
      viewer {
        accountId
        institution {
          id
          name
          petitionReport(period: $period) {
            period { from to }
            policyVersion
            received { ...FigureCard }
            overdueNow { ...FigureCard }
            procedural { ...RateCard }
            substantive { ...RateCard }
            receivedByChannel { channel value listQuery }
            receivedByCategory { category value isAtLeast listQuery }
            trend { ...TrendPanel }
            ageing { ...AgeingPanel }
          }
        }
      }
    }
  `,
  [FigureCardFragment, RateCardFragment, TrendPanelFragment, AgeingPanelFragment],
);
