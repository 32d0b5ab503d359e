import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OnSite } from '#shared/contract/reports.contract.ts';
import classes from './on-site.module.css';
import { whereabouts } from './on-site-class.tsx';
import { ReportPanel } from './report-panel.tsx';

/** Those noted by name in a register of today who are on no list. */
export function GuestsOnSite({ guests }: Pick<OnSite, 'guests'>) {
  const { t } = useTranslation('reports');
  return (
    <ReportPanel title={t('onSite.guests')} about={t('onSite.guestsAbout')}>
      <Table aria-label={t('onSite.guests')} className={classes.list} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('onSite.where')}</Table.Th>
            <Table.Th>{t('onSite.when')}</Table.Th>
            <Table.Th className={classes.tick}>{t('onSite.accounted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {guests.map(({ id, name, place }) => {
            const { where, when } = whereabouts({ kind: 'present', place }, '');
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row" className={classes.name}>
                  {name}
                </Table.Th>
                <Table.Td>{where}</Table.Td>
                <Table.Td>{when}</Table.Td>
                <Table.Td className={classes.tick}>
                  <span className={classes.box} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ReportPanel>
  );
}
