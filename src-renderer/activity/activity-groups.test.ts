import { expect, test } from 'vitest';
import { activityKindSchema } from '#shared/contract/activity.contract.ts';
import { ACTIVITY_GROUPS, GROUP_NAMES, groupsFor } from './activity-groups.ts';

test('every kind of entry is in exactly one group', () => {
  const grouped = GROUP_NAMES.flatMap((name) => [...(ACTIVITY_GROUPS[name] ?? [])]);
  expect(grouped.toSorted()).toEqual(activityKindSchema.options.toSorted());
});

test('nobody is offered a group that must stay empty for them', () => {
  expect(groupsFor('teacher')).toEqual(['all', 'registers', 'camera']);
  expect(groupsFor('office')).toEqual(['all', 'registers']);
  expect(groupsFor('admin')).toEqual([...GROUP_NAMES]);
});
