import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCameraStore } from './camera-store.ts';
import { useCameras } from './use-camera.ts';
import { useCameraChoice } from './use-camera-choice.ts';

/** Chooses among the attached cameras; nothing where there is no choice to make. */
export function CameraChooser({ label }: { label?: string }) {
  const { t } = useTranslation('camera');
  const cameras = useCameras();
  const { cameraId, choose } = useCameraChoice();
  const inUse = useCameraStore(({ camera }) =>
    camera.kind === 'live' ? camera.device.deviceId : null,
  );
  const named = cameras.filter((camera) => camera.deviceId !== '');
  if (named.length === 0) return null;
  return (
    <Select
      label={label}
      maw={420}
      aria-label={label ? undefined : t('choose')}
      data={named.map((camera, index) => ({
        value: camera.deviceId,
        label: camera.label || t('numbered', { number: index + 1 }),
      }))}
      value={inUse ?? cameraId}
      placeholder={t('choose')}
      allowDeselect={false}
      onChange={choose}
    />
  );
}
