/** What a teacher asked for by hand: a status code, or null to take the mark back. */
export interface HandMark {
  studentId: string;
  code: string | null;
  /** Confirms that the camera has seen a student who was marked away. */
  asSeen?: true;
}

/** What the main process did not take, and why; shown until it is taken or let go. */
export interface NotSaved {
  error: unknown;
  /** Asked for by hand and not done; at most one for each student, the latest. */
  byHand: readonly HandMark[];
  /** Faces or camera trouble could not be written either; these come again by themselves. */
  faces: boolean;
}

/** Adds what was asked for by hand and failed. */
export function addHandMark(notSaved: NotSaved | null, mark: HandMark, error: unknown): NotSaved {
  const others = notSaved?.byHand.filter((other) => other.studentId !== mark.studentId) ?? [];
  return { error, byHand: [...others, mark], faces: notSaved?.faces ?? false };
}

export function addFaces(notSaved: NotSaved | null, error: unknown): NotSaved {
  return { error, byHand: notSaved?.byHand ?? [], faces: true };
}

/** Strikes a student from the list, whose mark was taken after all; null when nothing is left. */
export function withoutStudent(notSaved: NotSaved | null, studentId: string): NotSaved | null {
  if (!notSaved) return null;
  const byHand = notSaved.byHand.filter((mark) => mark.studentId !== studentId);
  return byHand.length > 0 || notSaved.faces ? { ...notSaved, byHand } : null;
}

export function withoutFaces(notSaved: NotSaved | null): NotSaved | null {
  return notSaved && notSaved.byHand.length > 0 ? { ...notSaved, faces: false } : null;
}
