import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReportPanelProps {
  title: string;
  about?: string;
  /** Beside the title. */
  tools?: ReactNode;
  children: ReactNode;
}

/** One part of a report, under a heading. */
export function ReportPanel({ title, about, tools, children }: ReportPanelProps) {
  return (
    <Paper component="section" aria-label={title} data-report-panel>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={0}>
            <Title order={2}>{title}</Title>
            {about && (
              <Text size="sm" c="dimmed">
                {about}
              </Text>
            )}
          </Stack>
          {tools && <div data-screen-only>{tools}</div>}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}

interface PicturePanelProps extends Omit<ReportPanelProps, 'children' | 'tools'> {
  chart: ReactNode;
  /** The same figures to read. */
  table: ReactNode;
}

/** A part of a report as a chart, with the same figures as a table one click away. */
export function PicturePanel({ chart, table, ...panel }: PicturePanelProps) {
  const { t } = useTranslation('reports');
  const [view, setView] = useState<string>('chart');
  return (
    <ReportPanel
      {...panel}
      tools={
        <SegmentedControl
          size="xs"
          aria-label={t('viewOf', { title: panel.title })}
          data={[
            { value: 'chart', label: t('asChart') },
            { value: 'table', label: t('asTable') },
          ]}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'chart' ? chart : table}
    </ReportPanel>
  );
}
