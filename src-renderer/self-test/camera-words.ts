import type { TFunction } from 'i18next';
import { formatDecimal } from '#renderer/app/format.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { CameraFinding, CameraMeasurements } from './camera-report.ts';

type Words = TFunction<readonly ['selfTest', 'camera']>;

/** What was measured, as a figure with its unit. */
export function valueWords(t: Words, finding: CameraFinding, measured: CameraMeasurements): string {
  const { measure } = finding;
  switch (measure) {
    case 'light':
      return t('camera.value.light', { value: Math.round(measured.light) });
    case 'sharpness':
      return t('camera.value.sharpness', { value: formatDecimal(measured.sharpness.value, 2) });
    case 'face':
      return measured.interOcular === null
        ? t('camera.value.noFace')
        : t('camera.value.face', { value: Math.round(measured.interOcular) });
    case 'resolution':
      return t('camera.value.resolution', { width: measured.width, height: measured.height });
    case 'rate':
      return t('camera.value.rate', { value: measured.cameraFps });
    case 'speed':
      return t('camera.value.speed', { value: measured.fps, ms: Math.round(measured.tookMs) });
    default:
      return assertNever(measure);
  }
}

/** What it means and what to do. */
export function adviceWords(t: Words, finding: CameraFinding): string {
  switch (finding.measure) {
    case 'light':
      return t(`camera.finding.light.${finding.finding}`);
    case 'sharpness':
      return t(`camera.finding.sharpness.${finding.finding}`);
    case 'face':
      return t(`camera.finding.face.${finding.finding}`);
    case 'resolution':
      return t(`camera.finding.resolution.${finding.finding}`);
    case 'rate':
      return t(`camera.finding.rate.${finding.finding}`);
    case 'speed':
      return t(`camera.finding.speed.${finding.finding}`);
    default:
      return assertNever(finding);
  }
}
