/**
 * Students whom the camera saw, alive, although somebody had marked them away. Instants are
 * milliseconds since the epoch; `markedAt` is that of the mark in force.
 */
export class Sightings {
  readonly #seenAt = new Map<string, number>();
  readonly #dismissedAt = new Map<string, number>();

  /** When the student was first seen since the mark; null where that has been dismissed. */
  seenAt(studentId: string, markedAt: number): number | null {
    const at = this.#seenAt.get(studentId);
    return at === undefined || at < markedAt || this.#isDismissed(studentId, markedAt) ? null : at;
  }

  /** Whether to have seen the student at this instant says anything new. */
  isNews(studentId: string, at: number, markedAt: number): boolean {
    if (at < markedAt || this.#isDismissed(studentId, markedAt)) return false;
    return this.seenAt(studentId, markedAt) === null;
  }

  add(studentId: string, at: number): void {
    this.#seenAt.set(studentId, at);
  }

  /** It was somebody else; that holds for as long as the mark does. False where nobody was seen. */
  dismiss(studentId: string, now: number): boolean {
    if (!this.#seenAt.has(studentId)) return false;
    this.#dismissedAt.set(studentId, now);
    return true;
  }

  /** Takes a dismissal back; false where there was none. */
  askAgain(studentId: string): boolean {
    return this.#dismissedAt.delete(studentId);
  }

  #isDismissed(studentId: string, markedAt: number): boolean {
    return (this.#dismissedAt.get(studentId) ?? Number.NEGATIVE_INFINITY) >= markedAt;
  }
}
