import type { Status } from '../contract/status.ts';
import { nameOrder } from '../people/name-order.ts';
import { countMeanings, presentShare } from '../register/percentages.ts';
import { pointsOf } from '../register/points.ts';

/** A mark as far as figures need it; `code` is null where nobody has marked. */
interface Mark {
  subjectName: string;
  code: string | null;
}

export interface SubjectFigures {
  subjectName: string;
  registers: number;
  /** 0 to 1; null where no register counts. */
  share: number | null;
}

export interface OwnFigures {
  share: number | null;
  points: number;
  /** Registers in a row, up to the latest, in which the student was there. */
  streak: number;
  /** By name. */
  subjects: SubjectFigures[];
}

/**
 * The figures of one student from their marks, newest first. Excused and unmarked registers
 * neither count nor break a streak, as in `presentShare`.
 */
export function ownFigures(marks: readonly Mark[], statuses: readonly Status[]): OwnFigures {
  const byCode = new Map(statuses.map((status) => [status.code, status]));
  const statusOf = ({ code }: Mark) => (code === null ? undefined : byCode.get(code));
  const meaningOf = (mark: Mark) => statusOf(mark)?.meaning ?? null;
  const shareOf = (some: readonly Mark[]) => presentShare(countMeanings(some.map(meaningOf)));
  const counted = marks.map(meaningOf).filter((one) => one === 'present' || one === 'absent');
  const firstAbsence = counted.indexOf('absent');
  const bySubject = Map.groupBy(marks, ({ subjectName }) => subjectName);
  return {
    share: shareOf(marks),
    points: pointsOf(
      marks.map(({ code }) => code),
      statuses,
    ),
    streak: firstAbsence === -1 ? counted.length : firstAbsence,
    subjects: [...bySubject]
      .map(([subjectName, some]) => ({
        subjectName,
        registers: some.length,
        share: shareOf(some),
      }))
      .toSorted((one, other) => nameOrder.compare(one.subjectName, other.subjectName)),
  };
}
