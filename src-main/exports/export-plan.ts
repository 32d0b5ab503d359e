import type { ToWorkbookWorker } from './writers/workbook-message.ts';

/** What is to be exported, settled before the user is asked where to. */
export interface ExportPlan {
  /** For the save dialog. */
  fileName: string;
  /** Rows about students: what progress counts, and what the user is told. */
  total: number;
  /** Reads the register as it is asked for more, sheet by sheet, some rows at a time. */
  messages(): AsyncGenerator<ToWorkbookWorker>;
  /** What the activity log says of it. */
  detail: Record<string, string | number>;
  /** The student that it is about, where it is about one. */
  studentId?: string;
}
