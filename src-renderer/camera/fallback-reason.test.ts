import { expect, it } from 'vitest';
import { fallbackKind } from './fallback-reason.ts';

it.each([
  ['WebGL is drawn by software (ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))).', 'software'],
  ['This computer offers no WebGL.', 'none'],
  ['WebGL took 183 ms a frame.', 'slow'],
  ['WebGL did not start: Unable to compile fragment shader', 'failed'],
  ['', 'failed'],
])('takes %j for %s', (reason, kind) => {
  expect(fallbackKind(reason)).toBe(kind);
});
