import { buildGallery } from '#shared/recognition/gallery.ts';
import { type Candidate, matchProbe } from '#shared/recognition/match.ts';
import { dotAt, l2Normalise } from '#shared/recognition/vector.ts';
import { seeded } from './attacks/random.ts';
import { stock } from './stock.ts';

const DIMENSION = 1152;
const TEMPLATES = 5;

export interface MatchBench {
  students: number;
  templates: number;
  /** Milliseconds to arrange the templates for matching, once a session. */
  buildMs: number;
  /** Milliseconds a probe: the leader alone, then leader and runner-up, as a decision needs them. */
  leaderMs: number[];
  bothMs: number[];
  /** Everything compared: it yields leader and runner-up. */
  bruteMs: number[];
  /** `human.match.find` yields the leader only. */
  humanMs: number[];
  /** Probes on which leader, and leader and runner-up, were those of comparing everything, with the same scores. */
  sameLeader: number;
  sameBoth: number;
  /** Probes on which Human named the same leader; it rounds its distances to hundredths. */
  sameAsHuman: number;
  probes: number;
}

/**
 * Matches made-up probes, half of enrolled students and half of strangers, in all three ways. Vectors
 * are similar in general, and each person's closer together, as faces are; but what differs is spread
 * evenly over all dimensions, which leaves a search the least to hold on to.
 */
export async function benchMatch(students: number, probes: number): Promise<MatchBench> {
  const { match } = await stock();
  const made = makeVectors(students);
  const built: number[] = [];
  const gallery = timed(built, () =>
    buildGallery({
      modelId: 'made up',
      dimension: DIMENSION,
      studentIds: made.studentIds,
      vectors: made.vectors,
    }),
  );
  const rows = made.studentIds.map((_, row) =>
    Array.from(made.vectors.subarray(row * DIMENSION, (row + 1) * DIMENSION)),
  );
  const result: MatchBench = {
    students,
    templates: TEMPLATES,
    buildMs: built[0] ?? Number.NaN,
    leaderMs: [],
    bothMs: [],
    bruteMs: [],
    humanMs: [],
    sameLeader: 0,
    sameBoth: 0,
    sameAsHuman: 0,
    probes,
  };
  for (let i = 0; i < 4; i++) matchProbe(made.probe(i), gallery, 1 + (i % 2));
  for (let i = 0; i < probes; i++) {
    const probe = made.probe(i);
    const list = Array.from(probe);
    // In this order none finds in the cache what another has just read.
    const both = timed(result.bothMs, () => matchProbe(probe, gallery));
    const brute = timed(result.bruteMs, () => bruteForce(probe, made));
    const leader = timed(result.leaderMs, () => matchProbe(probe, gallery, 1));
    const human = timed(result.humanMs, () => made.studentIds[match.find(list, rows).index]);
    if (isSame(leader, brute.slice(0, 1))) result.sameLeader++;
    if (isSame(both, brute)) result.sameBoth++;
    if (brute[0]?.studentId === human) result.sameAsHuman++;
  }
  return result;
}

function timed<T>(times: number[], work: () => T): T {
  const begin = performance.now();
  const result = work();
  times.push(performance.now() - begin);
  return result;
}

function isSame(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ studentId, score }, i) => {
      const other = others[i];
      return other?.studentId === studentId && other.score === score;
    })
  );
}

/** Leader and runner-up; each student's templates are side by side. */
function bruteForce(probe: Float32Array, made: ReturnType<typeof makeVectors>): Candidate[] {
  let [leader, runnerUp] = [nobody, nobody];
  for (let row = 0; row < made.studentIds.length; row += TEMPLATES) {
    let score = -1;
    for (let t = 0; t < TEMPLATES; t++) {
      score = Math.max(score, dotAt(probe, made.vectors, (row + t) * DIMENSION));
    }
    if (score <= runnerUp.score) continue;
    const candidate = { studentId: made.studentIds[row] ?? '', score };
    if (score > leader.score) [leader, runnerUp] = [candidate, leader];
    else runnerUp = candidate;
  }
  return [leader, runnerUp];
}

const nobody: Candidate = { studentId: '', score: -2 };

function makeVectors(students: number) {
  const random = seeded(students);
  const normal = () => random() + random() + random() + random() - 2;
  const vector = () => Float32Array.from({ length: DIMENSION }, normal);
  const shared = vector();
  const view = (own: Float32Array) =>
    l2Normalise(own.map((value, i) => 1.5 * (shared[i] ?? 0) + value + 0.5 * normal()));
  const vectors = new Float32Array(students * TEMPLATES * DIMENSION);
  const studentIds: string[] = [];
  const known: Float32Array[] = [];
  for (let student = 0; student < students; student++) {
    const own = vector();
    if (known.length < 32) known.push(own);
    for (let t = 0; t < TEMPLATES; t++) {
      vectors.set(view(own), studentIds.length * DIMENSION);
      studentIds.push(`student ${student}`);
    }
  }
  const probe = (i: number) => view(i % 2 === 0 ? (known[i % known.length] ?? vector()) : vector());
  return { vectors, studentIds, probe };
}
