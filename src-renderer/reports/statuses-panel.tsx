import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '#renderer/app/format.ts';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import type { ReportOverview } from '#shared/contract/reports.contract.ts';
import { ReportPanel } from './report-panel.tsx';
import classes from './statuses-panel.module.css';

type StatusFigure = ReportOverview['statuses'][number];

/** How many marks have each status, as bars in a table. */
export function StatusesPanel({ statuses }: Pick<ReportOverview, 'statuses'>) {
  const { t } = useTranslation('reports');
  const occurring = statuses.filter(({ marks }) => marks > 0);
  const all = occurring.reduce((sum, { marks }) => sum + marks, 0);
  return (
    <ReportPanel title={t('statuses.title')}>
      <Table aria-label={t('statuses.title')} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('statuses.status')}</Table.Th>
            <Table.Th ta="end">{t('statuses.marks')}</Table.Th>
            <Table.Th colSpan={2}>{t('statuses.part')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {occurring.map((status) => (
            <StatusRow key={status.code} status={status} part={status.marks / all} />
          ))}
        </Table.Tbody>
      </Table>
    </ReportPanel>
  );
}

function StatusRow({ status, part }: { status: StatusFigure; part: number }) {
  const background = `var(--status-${status.colour}-fill)`;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <StatusBadge status={status} withLabel size="sm" />
      </Table.Th>
      <Table.Td ta="end">{formatNumber(status.marks)}</Table.Td>
      <Table.Td ta="end" w={64}>
        {formatPercent(part)}
      </Table.Td>
      <Table.Td w="45%" aria-hidden>
        <div className={classes.bar} style={{ width: `${part * 100}%`, background }} />
      </Table.Td>
    </Table.Tr>
  );
}
