import { always, type ReplyTemplate, required } from './reply-template.ts';

/** 当场答复: what was told at the counter or on the phone, in writing. Source: 信访工作条例 23. Not offered for drafts. */
export const ON_THE_SPOT: ReplyTemplate = {
  id: 'on-the-spot',
  kind: 'RESULT',
  name: '当场答复',
  dispositions: ['ACCEPTED'],
  paragraphs: always(
    '您于{{receivedOn}}向我院反映（信访编号：{{number}}）：{{request}}。',
    '现当场答复如下：{{answer}}',
    '您对本答复如有疑问，可以向我院检察服务中心（地址：{{officeAddress}}，电话：{{officePhone}}）询问。',
  ),
  fields: [required('request', '信访请求', 'Request', 'subject'), required('answer', '答复内容', 'Answer')],
};
