import {
  IconArrowBigLeftFilled,
  IconArrowBigRightFilled,
  IconArrowBigUpFilled,
  IconMoodSmile,
} from '@tabler/icons-react';
import type { Pose } from '#shared/contract/enrolment.contract.ts';
import classes from './pose-sign.module.css';

/**
 * Where to turn, as a sign beside the oval. Left and right are the person's own, and so are
 * those of a screen they face, mirrored or not.
 */
const SIGNS: Record<Pose, typeof IconMoodSmile | null> = {
  front: null,
  left: IconArrowBigLeftFilled,
  right: IconArrowBigRightFilled,
  up: IconArrowBigUpFilled,
  smile: IconMoodSmile,
};

export function PoseSign({ pose }: { pose: Pose }) {
  const Sign = SIGNS[pose];
  return Sign && <Sign className={classes.sign} data-pose={pose} aria-hidden />;
}
