import type { Activity } from '#shared/contract/activity.contract.ts';
import type { ExportRequest } from '#shared/contract/exports.contract.ts';
import { countActivity, readActivity } from '../activity/activity.service.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import type { ExportPlan } from './export-plan.ts';
import { type Exporter, made, sheetWords } from './exporter.ts';
import { activityBook } from './sheets/activity-book.ts';

type Request = Extract<ExportRequest, { what: 'activity' }>;

/** Entries read at a time: little enough that the window notices nothing. */
const PAGE = 500;

/** What is written while it is read is not in it: the first page is the newest at that moment. */
function* pagesOf(exporter: Exporter, { kinds, range }: Request): Generator<Activity[]> {
  let before: string | undefined;
  for (;;) {
    const page = readActivity(exporter.db, exporter, { kinds, range, before, limit: PAGE });
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    before = page.at(-1)?.id;
  }
}

/** @throws DomainError NOTHING_TO_EXPORT */
export function planActivity(exporter: Exporter, request: Request): ExportPlan {
  const { db, platform } = exporter;
  const { kinds, range, format } = request;
  const total = countActivity(db, exporter, { kinds, range });
  if (total === 0) throw new DomainError('NOTHING_TO_EXPORT');
  return activityBook({
    words: sheetWords(platform),
    school: readSchool(db).name,
    kinds: kinds ?? null,
    range: range ?? null,
    format,
    total,
    pages: () => pagesOf(exporter, request),
    utcOffsetMinutes: platform.utcOffsetMinutes,
    ...made(exporter),
  });
}
