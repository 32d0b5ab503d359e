import { Table } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatMegabytes } from '#renderer/app/format.ts';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import type { OwnBackup } from '#shared/contract/backup.contract.ts';

/** The backups of this register, newest first. */
export function BackupTable({ backups }: { backups: readonly OwnBackup[] }) {
  const { t } = useTranslation('backup');
  if (backups.length === 0) {
    return (
      <NothingYet
        icon={<IconDatabaseExport size={32} aria-hidden />}
        title={t('none')}
        advice={t('noneAbout')}
      />
    );
  }
  return (
    <Table aria-label={t('list')}>
      <TableHead columns={[t('when'), t('size'), t('opensWith'), t('file')]} />
      <Table.Tbody>
        {backups.map(({ name, madeAt, bytes, opensWith }) => (
          <Table.Tr key={name}>
            <Table.Td>{formatDayTime(madeAt)}</Table.Td>
            <Table.Td data-figures>{formatMegabytes(bytes)}</Table.Td>
            <Table.Td>{t(`passphrases.${opensWith}`)}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
