import { useTranslation } from 'react-i18next';
import type { CaptureReport } from '#vision/protocol.ts';
import type { Slot } from './capture-plan.ts';

interface CaptureMoment {
  slot: Slot;
  pausing: boolean;
  ready: boolean;
  report: CaptureReport | null;
}

interface CaptureWords {
  /** The one thing to do. */
  instruction: string;
  /** What is still in the way of it, or that it is right. */
  hint: string | null;
  good: boolean;
}

/** What to say at this moment of a guided capture. */
export function useCaptureWords({ slot, pausing, ready, report }: CaptureMoment): CaptureWords {
  const { t } = useTranslation(['enrolment', 'camera', 'live']);
  if (!ready) return { instruction: t('camera:engineStarting'), hint: null, good: false };
  if (pausing) return { instruction: t('pause'), hint: null, good: true };
  const instruction = t(`instruction.${slot.pose}`);
  if (report?.trouble) {
    return { instruction, hint: t(`live:trouble.${report.trouble}`), good: false };
  }
  if (!report?.box) return { instruction, hint: t('getReady'), good: false };
  if (report.hint) return { instruction, hint: t(`hint.${report.hint}`), good: false };
  return { instruction, hint: t('holding'), good: true };
}
