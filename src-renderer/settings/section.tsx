import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AccountsPanel } from '#renderer/accounts/accounts-panel.tsx';
import { PasswordPanel } from '#renderer/accounts/password-panel.tsx';
import { BackupPanel } from '#renderer/backup/backup-panel.tsx';
import { EnginePanel } from '#renderer/camera/engine-panel.tsx';
import { RetentionPanel } from '#renderer/privacy/retention-panel.tsx';
import { SecurityPanel } from '#renderer/security/security-panel.tsx';
import { SelfTestPanel } from '#renderer/self-test/self-test-panel.tsx';
import { assertNever } from '#shared/assert-never.ts';
import { AboutPanel } from './about-panel.tsx';
import { DevicePanel } from './device-panel.tsx';
import { SchoolPanel } from './school-panel.tsx';
import type { SectionName } from './sections.ts';
import { StatusesPanel } from './statuses/statuses-panel.tsx';

/** One section of the settings under its name. */
export function Section({ name }: { name: SectionName }) {
  const { t } = useTranslation('settings');
  return (
    <Paper component="section" p="lg" aria-labelledby="section-title">
      <Stack>
        <Title order={2} id="section-title">
          {t(`sections.${name}`)}
        </Title>
        <Panel name={name} />
      </Stack>
    </Paper>
  );
}

function Panel({ name }: { name: SectionName }) {
  switch (name) {
    case 'device':
      return <DevicePanel />;
    case 'recognition':
      return <EnginePanel />;
    case 'selfTest':
      return <SelfTestPanel />;
    case 'school':
      return <SchoolPanel />;
    case 'statuses':
      return <StatusesPanel />;
    case 'accounts':
      return <AccountsPanel />;
    case 'backup':
      return <BackupPanel />;
    case 'privacy':
      return <RetentionPanel />;
    case 'security':
      return <SecurityPanel />;
    case 'password':
      return <PasswordPanel />;
    case 'about':
      return <AboutPanel />;
    default:
      return assertNever(name);
  }
}
