import { expect, it } from 'vitest';
import { cameraConstraints, findAgain } from './camera-device.ts';

const desk = { deviceId: 'a', label: 'Desk camera' };
const lid = { deviceId: 'b', label: 'Lid camera' };

it('names the chosen camera, and none where none is chosen', () => {
  expect(cameraConstraints('a').video).toMatchObject({ deviceId: { ideal: 'a' } });
  expect(cameraConstraints(null).video).not.toHaveProperty('deviceId');
});

it('never asks for sound', () => {
  expect(cameraConstraints('a').audio).toBe(false);
});

it('finds a camera by its id', () => {
  expect(findAgain(desk, [lid, desk])).toBe(desk);
});

it('finds a camera that came back under another id by its label', () => {
  const moved = { deviceId: 'c', label: 'Desk camera' };
  expect(findAgain(desk, [lid, moved])).toBe(moved);
});

it('does not take another camera for the one lost', () => {
  expect(findAgain(desk, [lid])).toBeNull();
  expect(findAgain({ deviceId: 'a', label: '' }, [{ deviceId: 'b', label: '' }])).toBeNull();
});
