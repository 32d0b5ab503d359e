import {
  errorsAt,
  type Outcome,
  outcomeOf,
  type PersonTally,
  type Verification,
} from '../recognition/error-rates.ts';
import type { JudgedFace } from './judge-picture.ts';
import { adviseOnThreshold, type ErrorRates, type ThresholdAdvice } from './threshold-advice.ts';

/** A test picture with a face, and what recognition said of it. */
export interface JudgedPicture extends JudgedFace {
  /** Path below the chosen folder. */
  path: string;
  /** The enrolled student it shows; null: nobody that may be named. */
  truth: string | null;
}

export interface StudentAccuracy {
  studentId: string;
  tally: PersonTally;
  pictures: readonly (JudgedPicture & { outcome: Outcome })[];
}

export interface Accuracy {
  /** Those least recognised first. */
  students: readonly StudentAccuracy[];
  total: PersonTally;
  strangers: { pictures: number; named: readonly JudgedPicture[] };
  errors: ErrorRates;
  /** Comparisons that the rates are of. */
  compared: { genuine: number; impostor: number };
  advice: ThresholdAdvice;
  /** Students whose templates do not serve. */
  enrolAgain: readonly string[];
}

/** From this share of pictures that are not recognised, a student had better be enrolled again. */
const ENROL_AGAIN_SHARE = 1 / 3;

/** @param accept the threshold in use */
export function accuracyOf(pictures: readonly JudgedPicture[], accept: number): Accuracy {
  const ofStudents = Map.groupBy(pictures, ({ truth }) => truth);
  const strangers = ofStudents.get(null) ?? [];
  const students = [...ofStudents]
    .flatMap(([studentId, own]) => (studentId === null ? [] : [ofStudent(studentId, own)]))
    .toSorted((a, b) => shareRight(a) - shareRight(b));
  const scores = scoresOf(pictures);
  return {
    students,
    total: sumOf(students.map(({ tally }) => tally)),
    strangers: {
      pictures: strangers.length,
      named: strangers.filter(({ named }) => named !== null),
    },
    errors: errorsAt(scores, accept),
    compared: { genuine: scores.genuine.length, impostor: scores.impostor.length },
    advice: adviseOnThreshold(scores, accept),
    enrolAgain: students
      .filter((student) => 1 - shareRight(student) >= ENROL_AGAIN_SHARE)
      .map(({ studentId }) => studentId),
  };
}

function ofStudent(studentId: string, own: readonly JudgedPicture[]): StudentAccuracy {
  const pictures = own.map((one) => ({ ...one, outcome: outcomeOf(one.named, studentId) }));
  const tally: PersonTally = { right: 0, wrong: 0, missed: 0 };
  for (const { outcome } of pictures) tally[outcome]++;
  return { studentId, tally, pictures };
}

function shareRight({ tally, pictures }: StudentAccuracy): number {
  return tally.right / pictures.length;
}

export function sumOf(tallies: readonly PersonTally[]): PersonTally {
  const total: PersonTally = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of tallies) {
    total.right += right;
    total.wrong += wrong;
    total.missed += missed;
  }
  return total;
}

function scoresOf(pictures: readonly JudgedPicture[]): Verification {
  return {
    genuine: pictures.flatMap(({ own }) => (own === null ? [] : [own])),
    impostor: pictures.flatMap(({ others }) => others),
  };
}
