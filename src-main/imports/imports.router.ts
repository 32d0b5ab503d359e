import { recordActivity } from '../activity/activity.service.ts';
import { rpc } from '../rpc/base.ts';
import { requireDraft, sheetOf } from './drafts.ts';
import { listImports } from './imports.queries.ts';
import { importMarks, lookAtMarks, planForMarks } from './marks/marks-import.service.ts';
import { openFile } from './reading/open-file.ts';
import { importStudents, planFor } from './students/students-import.service.ts';
import { saveTemplate } from './students/template-file.ts';
import { undoImport } from './undo.service.ts';
import { cancelTurn } from './writing/import-turn.ts';

const SHOWN_IMPORTS = 20;

export const importsRouter = rpc.imports.router({
  open: rpc.imports.open.handler(({ context, input, signal }) => openFile(context, input, signal)),
  sheet: rpc.imports.sheet.handler(({ context, input }) =>
    sheetOf(requireDraft(context.connection, input.draftId), input.sheet, input.headingRow),
  ),
  planStudents: rpc.imports.planStudents.handler(({ context, input }) => planFor(context, input)),
  applyStudents: rpc.imports.applyStudents.handler(({ context, input, signal }) =>
    importStudents(context, input, signal),
  ),
  lookAtMarks: rpc.imports.lookAtMarks.handler(({ context, input }) => lookAtMarks(context, input)),
  planMarks: rpc.imports.planMarks.handler(({ context, input }) => planForMarks(context, input)),
  applyMarks: rpc.imports.applyMarks.handler(({ context, input, signal }) =>
    importMarks(context, input, signal),
  ),
  cancel: rpc.imports.cancel.handler(({ context }) => cancelTurn(context.db)),
  list: rpc.imports.list.handler(({ context }) => listImports(context.db, SHOWN_IMPORTS)),
  undo: rpc.imports.undo.handler(({ context, input }) => undoImport(context, input.id)),
  noteFaces: rpc.imports.noteFaces.handler(({ context, input }) => {
    const { db, account, platform } = context;
    const detail = { what: 'faces', ...input };
    recordActivity(db, { at: platform.now(), kind: 'imported', actorId: account.id, detail });
  }),
  saveTemplate: rpc.imports.saveTemplate.handler(({ context, input }) =>
    saveTemplate(context, input.kind),
  ),
});
