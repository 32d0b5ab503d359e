import type { MarksChoice, MarksFacts } from '#shared/contract/imports.contract.ts';
import { readTime } from '#shared/imports/read-time.ts';
import type { ListChoice } from '../list-choice.ts';

/** What a status of the list is taken to mean: a code, nothing, or it has not been said yet. */
export type StatusChoice =
  | { kind: 'code'; code: string }
  | { kind: 'nothing' }
  | { kind: 'unknown' };

/** What is said of a list of marks before it is compared with the register. */
export interface MarksDraft
  extends Pick<MarksChoice, 'dayOrder' | 'subjectId' | 'existing' | 'withoutZeros'> {
  choice: ListChoice;
  facts: MarksFacts;
  /** By the text in the list. */
  statuses: ReadonlyMap<string, StatusChoice>;
  /** The subject that an unknown one is, by the text in the list; null: it is to be made. */
  subjects: ReadonlyMap<string, string | null>;
  /** HH:MM: when registers begin whose marks name no time. */
  time: string;
}

const FIRST_LESSON = '08:00';

/** What the list itself suggests. */
export function draftOf(choice: ListChoice, facts: MarksFacts): MarksDraft {
  const { dayOrder } = facts;
  const likely = dayOrder.kind === 'open' ? dayOrder.likely : 'dayFirst';
  return {
    choice,
    facts,
    dayOrder: dayOrder.kind === 'seen' ? dayOrder.order : likely,
    subjectId: null,
    subjects: new Map(),
    withoutZeros: false,
    existing: 'keep',
    statuses: new Map(facts.statuses.map(({ text, meant }) => [text, meant])),
    time: FIRST_LESSON,
  };
}

export function listAskedOf({ file, sheet, fields }: ListChoice) {
  const { sheet: at, headingRow } = sheet;
  return { draftId: file.draftId, sheet: at, headingRow, fields: [...fields] };
}

export function askedOf({ choice, statuses, subjects, time, ...draft }: MarksDraft): MarksChoice {
  const { dayOrder, subjectId, existing, withoutZeros } = draft;
  return {
    ...listAskedOf(choice),
    dayOrder,
    subjectId,
    existing,
    withoutZeros,
    subjects: [...subjects].map(([text, id]) => ({ text, subjectId: id })),
    minutes: readTime(time) ?? 0,
    statuses: [...statuses].flatMap(([text, meant]) => {
      if (meant.kind === 'unknown') return [];
      return { text, code: meant.kind === 'code' ? meant.code : null };
    }),
  };
}

/** What is missing before the columns can be read; null: nothing. */
export function missingMarkField({ fields }: ListChoice) {
  const has = new Set(fields);
  if (!has.has('studentNumber')) return 'studentNumber';
  if (has.has('register')) return null;
  if (!has.has('day')) return 'day';
  return has.has('status') ? null : 'status';
}

/** What is missing before the list can be compared; null: nothing. */
export function missingMeaning({ facts, subjectId, time }: MarksDraft) {
  if (facts.withoutTime > 0 && readTime(time) === null) return 'time';
  // Marks that name neither go into the registers there are; others need to know where.
  return facts.withoutSubject > 0 && facts.withoutTime === facts.marks && subjectId === null
    ? 'subject'
    : null;
}
