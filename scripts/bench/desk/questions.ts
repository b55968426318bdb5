const CLOCK = 'dueOn targetOn provisional state remainingDays totalDays ticks usedTicks label { zh en }';

/** A page of the list without names, which a copy of a petition has none of. */
export const LIST = `query List($until: LocalDate!) { worklist(first: 50, filter: { receivedTo: $until }) {
  pageInfo { hasNextPage } edges { cursor node {
    id number channel category subject receivedOn state track handler { id } handlingDepartment { id }
    proceduralClock { ${CLOCK} } substantiveClock { ${CLOCK} } } } } }`;

/** Found by a fragment of the name, newest first. */
export const NAME = `query Name($search: String!) { worklist(first: 50, filter: { search: $search }) {
  edges { node { id number subject receivedOn proceduralClock { state } } } } }`;
export const NAMES = ['王伟', '李娜', '张强', '欧阳', '刘洋', '陈静'];

/** The page of a petition with everything that hangs on it. */
export const PETITION = `query Petition($id: ID!) { petition(id: $id) {
  id number version channel category subject receivedOn state disposition track viewerCanTriage viewerCanReply
  receivingDepartment { id } handlingDepartment { id } handler { id } petitioner { name idNumber phone address anonymous }
  nextAction { kind dueOn words { zh } } clocks { kind ${CLOCK} steps { zh } events { type on dueOn } }
  matter { id state openedOn petitions { id } hiddenPetitions }
  archiveSearches { id } contactAttempts { id } attachments { id } recusals { id } correspondents { id } messages { id text }
  hearings { id } tasks { id } notes { id } extensions { id state } superiorReports { id kind words }
  replies { id kind state body recipients { id state } }
  timeline { id kind on words { zh } detail actor { id } } } }`;
