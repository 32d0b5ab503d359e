/** Two sightings of a track agree on when it began to within this many milliseconds. */
const SAME_START_MS = 5_000;
/** Enough for a long day; the oldest report is then forgotten. */
const MOST_KEPT = 2_000;

export type TrackReport = 'unknownFace' | 'otherClassFace' | 'suspectedPhoto' | 'unsureFace';

export interface Track {
  trackId: number;
  /** When the face was first seen. Worker restarts count tracks from the start again; time does not. */
  beganAt: number;
}

/** Whether two sightings are of one continuous face. */
export function isSameTrack(a: Track, b: Track): boolean {
  return a.trackId === b.trackId && Math.abs(a.beganAt - b.beganAt) <= SAME_START_MS;
}

/** Remembers what has been said of each continuous face, so that the feed hears it once. */
export class TrackReports {
  readonly #beganAt = new Map<string, number>();

  /** True the first time this is reported of this track, false from then on. */
  isNews(report: TrackReport, { trackId, beganAt }: Track): boolean {
    const key = `${report}/${trackId}`;
    const known = this.#beganAt.get(key);
    if (known !== undefined && Math.abs(known - beganAt) <= SAME_START_MS) return false;
    this.#beganAt.delete(key);
    this.#beganAt.set(key, beganAt);
    const [oldest] = this.#beganAt.keys();
    if (this.#beganAt.size > MOST_KEPT && oldest !== undefined) this.#beganAt.delete(oldest);
    return true;
  }
}
