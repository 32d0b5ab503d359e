import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCameraOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CameraChooser } from './camera-chooser.tsx';
import { type CameraFault, type CameraFaultKind, hostSystem } from './camera-fault.ts';
import { openPreferred } from './camera-store.ts';
import { FaultDetail } from './fault-detail.tsx';

const ICONS: Record<CameraFaultKind, typeof IconCameraOff> = {
  noCamera: IconCameraOff,
  denied: IconLock,
  inUse: IconCameraOff,
  unplugged: IconPlugConnectedX,
  failed: IconCameraOff,
};

interface CameraFaultNoticeProps {
  fault: CameraFault;
  /** What goes on without a picture, if anything does. */
  meanwhile?: string;
  /** Offer another camera; not where the screen has that choice already. */
  withChooser?: boolean;
}

/** Why there is no picture, what to do about it, and the buttons that do it. */
export function CameraFaultNotice({
  fault,
  meanwhile,
  withChooser = true,
}: CameraFaultNoticeProps) {
  const { t } = useTranslation(['camera', 'app']);
  const Icon = ICONS[fault.kind];
  const system = hostSystem(navigator.userAgent);
  return (
    <Stack align="center" gap="sm" maw={520} p="lg" ta="center" role="alert">
      <Icon size={48} stroke={1.5} aria-hidden />
      <Title order={2}>{t(`fault.${fault.kind}.title`)}</Title>
      <Text>
        {t(`fault.${fault.kind}.advice.${system}`)} {meanwhile}
      </Text>
      <Group justify="center" align="flex-end">
        {withChooser && <CameraChooser />}
        <Button onClick={() => void openPreferred()}>{t('app:tryAgain')}</Button>
      </Group>
      <FaultDetail detail={fault.detail} />
    </Stack>
  );
}
