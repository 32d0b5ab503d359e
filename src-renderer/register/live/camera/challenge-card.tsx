import { RingProgress } from '@mantine/core';
import {
  IconArrowBigLeftFilled,
  IconArrowBigRightFilled,
  IconArrowBigUpFilled,
  IconEyeClosed,
  IconMoodSmile,
  IconZoomInArea,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChallengeStep } from '#shared/liveness/evidence.ts';
import type { FaceView } from '#vision/protocol.ts';
import classes from './challenge-card.module.css';

/** Left and right are the person's own, and so are those of a screen they face. */
const ICONS: Record<ChallengeStep, typeof IconEyeClosed> = {
  turnLeft: IconArrowBigLeftFilled,
  turnRight: IconArrowBigRightFilled,
  lookUp: IconArrowBigUpFilled,
  blinkTwice: IconEyeClosed,
  smile: IconMoodSmile,
  comeCloser: IconZoomInArea,
};

const RING_PX = 104;

interface ChallengeCardProps {
  challenge: NonNullable<FaceView['challenge']>;
  /** Who is asked; null where it is not known. */
  name: string | null;
}

/** One step of the challenge: a sign, words, and a ring of the time that is left. Key it by step. */
export function ChallengeCard({ challenge, name }: ChallengeCardProps) {
  const { t } = useTranslation('live');
  const { step, done, of, remainingMs } = challenge;
  const [allowed] = useState(remainingMs);
  const left = allowed > 0 ? Math.min(100, (100 * remainingMs) / allowed) : 0;
  const Icon = ICONS[step];
  return (
    <div className={classes.card} data-step={step}>
      <RingProgress
        size={RING_PX}
        thickness={10}
        roundCaps
        rootColor="rgb(255 255 255 / 25%)"
        sections={[{ value: left, color: left < 30 ? 'red.5' : 'accent.3' }]}
        label={<Icon className={classes.sign} />}
      />
      <div>
        <div className={classes.words}>{t(`challenge.${step}`)}</div>
        <div className={classes.step}>
          {[name, t('challenge.step', { done: done + 1, of })].filter(Boolean).join(' · ')}
        </div>
      </div>
    </div>
  );
}
