import { rpc } from '../rpc/base.ts';
import { readOnSite } from './on-site.service.ts';
import { savePdf } from './pdf.service.ts';
import { readOverview, readStudents } from './reports.service.ts';

const { reports } = rpc;

export const reportsRouter = reports.router({
  overview: reports.overview.handler(({ context, input }) => readOverview(context, input)),
  students: reports.students.handler(({ context, input }) => readStudents(context, input)),
  onSite: reports.onSite.handler(({ context }) => readOnSite(context)),
  savePdf: reports.savePdf.handler(({ context, input }) => savePdf(context, input)),
});
