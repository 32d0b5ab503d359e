import { Button, DataList, Group, Stack, Text, Title } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMegabytes } from '#renderer/app/format.ts';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { SupportDetails } from '#renderer/camera/fault-detail.tsx';
import { useOpenDataFolder } from '#renderer/start-up/use-start-up.ts';
import { DiagnosticsButton } from './diagnostics-button.tsx';
import { LicencesPanel } from './licences-panel.tsx';

/** Versions, and where the register lies. */
export function AboutPanel() {
  const { t } = useTranslation(['settings', 'app']);
  const query = useQuery(api.app.about.queryOptions());
  const openFolder = useOpenDataFolder();
  return (
    <Loaded query={query}>
      {(about) => (
        <Stack>
          <DataList labelWidth="12rem">
            <Fact label={t('about.version')} value={about.version} />
            <Fact label={t('about.folder')} value={about.dataFolder} />
            <Fact label={t('about.size')} value={formatMegabytes(about.databaseBytes)} />
          </DataList>
          <SupportDetails>
            <DataList labelWidth="12rem" mt="xs">
              <Fact label={t('about.electron')} value={about.electron} />
              <Fact label={t('about.chromium')} value={about.chromium} />
              <Fact label={t('about.model')} value={about.modelId} />
            </DataList>
          </SupportDetails>
          <Group>
            <Button
              variant="default"
              leftSection={<IconFolder size={18} aria-hidden />}
              loading={openFolder.isPending}
              onClick={() => openFolder.mutate({})}
            >
              {t('app:openDataFolder')}
            </Button>
            <DiagnosticsButton />
          </Group>
          <Text size="sm" c="dimmed" maw={560}>
            {t('about.diagnosticsAbout')}
          </Text>
          <Title order={3}>{t('about.licences')}</Title>
          <LicencesPanel />
        </Stack>
      )}
    </Loaded>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
    </DataList.Item>
  );
}
