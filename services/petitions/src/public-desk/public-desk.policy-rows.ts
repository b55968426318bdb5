import { forStrangers, type PolicyTable } from '@everyletter/kit/policy';
import { desk, rows } from '../policy-kinds.ts';

/** The doors for strangers, and what their messages are to the desk. */
export const publicDeskPolicy: PolicyTable = {
  ...rows('Query', forStrangers, 'publicLetter publicStatus'),
  'Mutation.leavePublicMessage': forStrangers,
  ...rows('PublicLetter', forStrangers, 'office kind signedOn'),
  ...rows('PublicStatus', forStrangers, 'number office officePhone stage receivedOn replyDueOn repliedOn answerDueOn'),
  ...rows('PublicStatus', forStrangers, 'nextAnswerOn sentOnTo mergedOn mergedWith replies messages'),
  ...rows('PublicReply', forStrangers, 'kind letterNumber sentOn body'),
  ...rows('PublicMessage', forStrangers, 'on fromOffice text'),
  'LeaveMessagePayload.status': forStrangers,
  ...rows('Mutation', desk, 'readMessage writeMessage'),
  'Petition.messages': desk,
  ...rows('Message', desk, 'id at text author readAt readBy'),
};
