import { describe, expect, it } from 'vitest';
import {
  askAgain,
  type CapturePlan,
  currentSlot,
  extraFrontViews,
  freshPlan,
  mayBeSkipped,
  needsPause,
  skipSlot,
  takeSlot,
} from './capture-plan.ts';

/** Goes through the plan to its end; `comes` says which poses come. */
function goThrough(comes: (pose: string) => boolean): CapturePlan {
  let plan = freshPlan();
  for (;;) {
    const slot = currentSlot(plan);
    if (!slot) return plan;
    const takes = comes(slot.pose) || !mayBeSkipped(slot);
    plan = takes ? takeSlot(plan, slot.id) : skipSlot(plan, slot.id);
  }
}

const posesTaken = (plan: CapturePlan) =>
  plan.filter((slot) => slot.state === 'taken').map((slot) => slot.pose);

describe('the plan', () => {
  it('asks for front, left, right, up, smile and front again', () => {
    expect(posesTaken(goThrough(() => true))).toEqual([
      'front',
      'left',
      'right',
      'up',
      'smile',
      'front',
    ]);
  });

  it.each([
    ['none', () => true],
    ['one', (pose: string) => pose !== 'smile'],
    ['two', (pose: string) => pose !== 'smile' && pose !== 'up'],
    ['all but front', () => false],
  ])('ends with at least five views and two from the front when %s is skipped', (_, comes) => {
    const taken = posesTaken(goThrough(comes));
    expect(taken.length).toBeGreaterThanOrEqual(5);
    expect(taken.filter((pose) => pose === 'front').length).toBeGreaterThanOrEqual(2);
  });

  it('does not ask for more than it needs', () => {
    expect(posesTaken(goThrough(() => false))).toEqual(Array(5).fill('front'));
    expect(goThrough((pose) => pose !== 'up')).toHaveLength(6);
  });

  it('lets every pose be skipped but the front', () => {
    const skippable = freshPlan().filter(mayBeSkipped);
    expect(skippable.map((slot) => slot.pose)).toEqual(['left', 'right', 'up', 'smile']);
  });
});

it('asks for one view again without forgetting the others', () => {
  const done = goThrough(() => true);
  const again = askAgain(done, 2);
  expect(currentSlot(again)?.pose).toBe('right');
  expect(posesTaken(again)).toHaveLength(5);
});

it('asks for a skipped pose after all', () => {
  const done = goThrough((pose) => pose !== 'up');
  expect(currentSlot(askAgain(done, 3))?.pose).toBe('up');
});

it('gives every slot its own number, those added too', () => {
  const ids = goThrough(() => false).map((slot) => slot.id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('counts the front views that only skipped poses made necessary', () => {
  expect(extraFrontViews(freshPlan())).toBe(0);
  const skipped = [1, 2, 3, 4].reduce<CapturePlan>(skipSlot, freshPlan());
  expect(extraFrontViews(skipped)).toBe(3);
  expect(extraFrontViews(takeSlot(skipped, 6))).toBe(2);
});

it('waits between two views of one pose', () => {
  expect(needsPause('front', 'front')).toBe(true);
  expect(needsPause('left', 'right')).toBe(false);
  expect(needsPause(null, 'front')).toBe(false);
});
