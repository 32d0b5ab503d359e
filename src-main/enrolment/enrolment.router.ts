import { requireVisibleStudent } from '../people/students.service.ts';
import { rpc } from '../rpc/base.ts';
import {
  readConsents,
  readConsentText,
  recordConsent,
  withdrawConsent,
} from './consents.service.ts';
import { readLookAlikes } from './look-alikes.service.ts';
import {
  eraseTemplates,
  findDuplicate,
  readTemplates,
  saveTemplates,
} from './templates.service.ts';

const { enrolment } = rpc;

export const enrolmentRouter = enrolment.router({
  consentText: enrolment.consentText.handler(({ context }) => readConsentText(context)),
  consents: enrolment.consents.handler(({ context, input }) =>
    readConsents(context.db, requireVisibleStudent(context.db, context, input.studentId).id),
  ),
  recordConsent: enrolment.recordConsent.handler(({ context, input }) =>
    recordConsent(context, input),
  ),
  withdrawConsent: enrolment.withdrawConsent.handler(({ context, input }) =>
    withdrawConsent(context, input.studentId),
  ),
  templates: enrolment.templates.handler(({ context, input }) =>
    readTemplates(context.db, requireVisibleStudent(context.db, context, input.studentId).id),
  ),
  lookAlikes: enrolment.lookAlikes.handler(({ context, input }) =>
    readLookAlikes(context.db, input),
  ),
  save: enrolment.save.handler(({ context, input }) => saveTemplates(context, input)),
  findDuplicate: enrolment.findDuplicate.handler(({ context, input }) =>
    findDuplicate(context, input),
  ),
  erase: enrolment.erase.handler(({ context, input }) => eraseTemplates(context, input.studentId)),
});
