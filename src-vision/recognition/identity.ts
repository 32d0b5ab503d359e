import { decideIdentity, type IdentityDecision } from '#shared/recognition/decide.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { Gallery } from '#shared/recognition/gallery.ts';
import { type Candidate, matchProbe } from '#shared/recognition/match.ts';
import { dot, pool } from '#shared/recognition/vector.ts';

/** Views of one face are at least this alike; below it, somebody else stepped in. */
const SAME_FACE = DESCRIPTOR_MODEL.grey - 0.02;
const MAX_VIEWS = 12;

interface View {
  vector: Float32Array;
  weight: number;
  /** The student of the gallery nearest to this view alone; null until matched. */
  vote: Candidate | null;
}

/** Who a track shows: its described views, pooled by quality, and how each voted. */
export class IdentityWatch {
  #views: View[] = [];
  #gallery: Gallery | null = null;
  #described = 0;
  #decision: IdentityDecision | null = null;
  #votes = 0;
  #nearest: readonly Candidate[] = [];

  get described(): number {
    return this.#described;
  }
  /** Views that vote: the newest ones described. */
  get voters(): number {
    return this.#views.length;
  }
  /** Mean quality of the views that vote, 0 to 1; 0 before the first. */
  get quality(): number {
    const sum = this.#views.reduce((total, { weight }) => total + weight, 0);
    return this.#views.length === 0 ? 0 : Math.min(1, sum / this.#views.length);
  }
  get votes(): number {
    return this.#votes;
  }
  /** The two students nearest to the views, best first; fewer in a small gallery. */
  get nearest(): readonly Candidate[] {
    return this.#nearest;
  }
  /** Null until a view has been matched with a gallery. */
  get decision(): IdentityDecision | null {
    return this.#decision;
  }

  /** The pooled vector, unit length; null before the first view. */
  probe(): Float32Array | null {
    if (this.#views.length === 0) return null;
    return pool(
      this.#views.map((v) => v.vector),
      this.#views.map((v) => v.weight),
    );
  }

  /**
   * Takes a view in.
   * @returns false when it does not look like the views before: then nothing was taken in
   */
  add(vector: Float32Array, weight: number): boolean {
    const before = this.probe();
    if (before && dot(before, vector) < SAME_FACE) return false;
    this.#views.push({ vector, weight: Math.max(weight, 0.05), vote: null });
    if (this.#views.length > MAX_VIEWS) this.#views.shift();
    this.#described++;
    return true;
  }

  /** Decides anew, after a view was added or the gallery changed. */
  match(gallery: Gallery | null): void {
    const probe = this.probe();
    if (!probe || !gallery) {
      this.#nearest = [];
      this.#votes = 0;
      this.#decision = null;
      return;
    }
    this.#nearest = matchProbe(probe, gallery);
    const leader = this.#nearest[0]?.studentId;
    this.#votes = this.#votesIn(gallery).filter(
      (vote) => vote.studentId === leader && vote.score >= DESCRIPTOR_MODEL.grey,
    ).length;
    const track = { votes: this.#votes, described: this.#views.length };
    this.#decision = decideIdentity(probe, gallery, DESCRIPTOR_MODEL, track, this.#nearest);
  }

  /** A view is matched once in a gallery: only the pooled probe changes with every view. */
  #votesIn(gallery: Gallery): Candidate[] {
    if (gallery !== this.#gallery) for (const view of this.#views) view.vote = null;
    this.#gallery = gallery;
    for (const view of this.#views) view.vote ??= matchProbe(view.vector, gallery, 1)[0] ?? null;
    return this.#views.flatMap(({ vote }) => vote ?? []);
  }
}
