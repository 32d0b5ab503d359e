import { describe, expect, test } from 'vitest';
import { presentationErrorRates } from '#shared/liveness/error-rates.ts';
import { errorsAt } from '#shared/recognition/error-rates.ts';
import {
  acceptRateAt,
  allPairs,
  closestTemplates,
  type Described,
  equalErrorRate,
  leaveOneOut,
  openSet,
} from './metrics.ts';

function person(name: string, values: readonly number[]): Described[] {
  return values.map((value, i) => ({
    person: name,
    file: `${name}${i}`,
    vector: Float32Array.of(value),
  }));
}

/** Made-up faces on a line: the nearer, the more alike. */
const near = (a: Described, b: Described) => 1 - Math.abs((a.vector[0] ?? 0) - (b.vector[0] ?? 0));

describe('verification', () => {
  const verification = { genuine: [0.9, 0.8, 0.7, 0.4], impostor: [0.6, 0.5, 0.3, 0.2] };

  test('errors at a threshold', () => {
    expect(errorsAt(verification, 0.5)).toEqual({ threshold: 0.5, far: 0.5, frr: 0.25 });
  });

  test('equal error rate and accept rate at a false accept rate', () => {
    expect(equalErrorRate(verification)).toBe(0.25);
    expect(acceptRateAt(verification, 0.001)).toBe(0.75);
    expect(acceptRateAt(verification, 0.5)).toBe(1);
  });

  test('the nearest templates of two people, whatever the rest of them', () => {
    const items = [...person('a', [0, 0.2]), ...person('b', [0.5, 0.9]), ...person('c', [0.6])];
    const { pairs, max } = closestTemplates(items, near);
    expect(pairs).toBe(3);
    expect(max).toBeCloseTo(0.9, 5);
  });

  test('all pairs, apart by person', () => {
    const items = [...person('a', [0, 0.1]), ...person('b', [0.9])];
    const { genuine, impostor } = allPairs(items, near);
    expect(genuine).toHaveLength(1);
    expect(impostor).toHaveLength(2);
  });
});

describe('identification', () => {
  const apart = ['a', 'b', 'c', 'd'].flatMap((name, i) =>
    person(
      name,
      [0, 0.01, 0.02, 0.03, 0.04].map((v) => 10 * i + v),
    ),
  );
  const mixed = ['a', 'b', 'c', 'd'].flatMap((name) => person(name, [0.1, 0.2, 0.3, 0.4, 0.5]));

  test('people far apart are all found, people alike are not', () => {
    expect(openSet(apart, near)).toEqual({ dirAt1: 1, dirAt01: 1 });
    expect(openSet(mixed, near).dirAt01).toBeLessThan(0.5);
  });

  test('leave one out counts right, wrong and missed', () => {
    const items = [...person('a', [0, 0.01, 5]), ...person('b', [5.3, 5.32])];
    const named = leaveOneOut(items, near, ([first]) =>
      first && first.score > 0.5 ? first.person : null,
    );
    expect(named.perPerson.a).toEqual({ right: 2, wrong: 1, missed: 0 });
    expect(named.perPerson.b).toEqual({ right: 2, wrong: 0, missed: 0 });
    expect(named.rank1).toBe(4 / 5);
  });
});

test('APCER per kind and BPCER', () => {
  const clip = (kind: 'live' | 'attack', attackKind: string | null, accepted: boolean) => ({
    kind,
    attackKind,
    decision: accepted ? ('accepted' as const) : ('refused' as const),
  });
  const verdicts = [
    clip('live', null, true),
    clip('live', null, false),
    clip('attack', 'waved', false),
    clip('attack', 'phone', true),
    clip('attack', 'phone', false),
  ];
  expect(presentationErrorRates(verdicts)).toEqual({ bpcer: 0.5, apcer: { waved: 0, phone: 0.5 } });
});
