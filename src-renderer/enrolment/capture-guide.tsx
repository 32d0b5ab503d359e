import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './capture-guide.module.css';
import type { Slot } from './capture-plan.ts';
import { useCaptureStore } from './capture-store.ts';
import { PoseSign } from './pose-sign.tsx';
import { useCaptureWords } from './use-capture-words.ts';

interface CaptureGuideProps {
  slot: Slot;
  pausing: boolean;
  /** False while the engine starts. */
  ready: boolean;
}

/** Over the picture: an oval for the face, the way to turn, and what is still in the way. */
export function CaptureGuide({ slot, pausing, ready }: CaptureGuideProps) {
  const report = useCaptureStore((state) => state.report);
  const lastTaken = useCaptureStore((state) => state.lastTaken);
  const words = useCaptureWords({ slot, pausing, ready, report });
  const progress = pausing ? 0 : (report?.progress ?? 0);
  return (
    <div className={classes.guide} data-pose={slot.pose}>
      <Oval progress={progress} good={words.good} />
      {!pausing && <PoseSign pose={slot.pose} />}
      {lastTaken && <IconCheck key={slot.id} className={classes.tick} stroke={3} aria-hidden />}
      <div className={classes.words} aria-live="polite">
        <div className={classes.instruction}>{words.instruction}</div>
        {words.hint && (
          <div className={classes.hint} data-good={words.good || undefined}>
            {words.hint}
          </div>
        )}
      </div>
    </div>
  );
}

/** The same ellipse, drawn clockwise from its top, where a clock begins. */
const OVAL_FROM_TOP = 'M50 4 A46 61 0 0 1 50 126 A46 61 0 0 1 50 4';

function Oval({ progress, good }: { progress: number; good: boolean }) {
  const { t } = useTranslation('enrolment');
  return (
    <svg className={classes.oval} viewBox="0 0 100 130" role="img" aria-label={t('shutter')}>
      <ellipse
        cx="50"
        cy="65"
        rx="46"
        ry="61"
        className={classes.outline}
        data-good={good || undefined}
      />
      {progress > 0 && (
        <path
          d={OVAL_FROM_TOP}
          pathLength={100}
          className={classes.progress}
          strokeDasharray={`${100 * progress} 100`}
        />
      )}
    </svg>
  );
}
