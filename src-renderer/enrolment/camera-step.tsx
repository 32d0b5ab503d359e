import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CameraFaultNotice } from '#renderer/camera/camera-fault-notice.tsx';
import { CameraPicture } from '#renderer/camera/camera-picture.tsx';
import { EngineFailure } from '#renderer/camera/engine-facts.tsx';
import { useMirror } from '#renderer/camera/use-mirror.ts';
import { assertNever } from '#shared/assert-never.ts';
import classes from './camera-step.module.css';
import { CaptureGuide } from './capture-guide.tsx';
import { SlotPanel } from './slot-panel.tsx';
import { type GuidedCapture, useGuidedCapture } from './use-guided-capture.ts';

/** The guided capture: one face, one instruction at a time. */
export function CameraStep() {
  const capture = useGuidedCapture();
  return (
    <div className={classes.columns}>
      <div className={classes.stage}>
        <Stage {...capture} />
      </div>
      <SlotPanel slot={capture.slot} />
    </div>
  );
}

function Stage({ camera, vision, slot, pausing }: GuidedCapture) {
  const { t } = useTranslation(['enrolment', 'camera']);
  const mirror = useMirror();
  if (vision.kind === 'failed') return <EngineFailure message={vision.message} />;
  switch (camera.kind) {
    case 'off':
    case 'starting':
      return (
        <Center h="100%">
          <Loader role="status" aria-label={t('camera:starting')} />
        </Center>
      );
    case 'trouble':
      return (
        <Center h="100%">
          <CameraFaultNotice fault={camera.fault} />
        </Center>
      );
    case 'live':
      return (
        <CameraPicture stream={camera.stream} mirror={mirror} label={t('picture')}>
          {slot && <CaptureGuide slot={slot} pausing={pausing} ready={vision.kind === 'ready'} />}
        </CameraPicture>
      );
    default:
      return assertNever(camera);
  }
}
