import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sorting } from '#renderer/app/parts/data-table/column.ts';
import { useSorted } from '#renderer/app/parts/data-table/use-sorted.ts';
import type { OnSite } from '#shared/contract/reports.contract.ts';
import classes from './on-site.module.css';
import { whereabouts } from './on-site-class.tsx';
import { AS_LOOKED_FOR, OnSiteHead } from './on-site-head.tsx';
import { ReportPanel } from './report-panel.tsx';

type Guest = OnSite['guests'][number];

const seen = ({ place }: Guest) => whereabouts({ kind: 'present', place }, '');

function useColumns(): Sorting<Guest>[] {
  const { t } = useTranslation('reports');
  return useMemo(
    () => [
      { name: 'name', label: t('name'), by: ({ name }) => name },
      { name: 'where', label: t('onSite.where'), by: (guest) => seen(guest).where },
      { name: 'when', label: t('onSite.when'), by: ({ place }) => place.at },
    ],
    [t],
  );
}

/** Those noted by name in a register of today who are on no list. */
export function GuestsOnSite({ guests }: Pick<OnSite, 'guests'>) {
  const { t } = useTranslation('reports');
  const columns = useColumns();
  const { rows, ...heads } = useSorted(guests, columns, AS_LOOKED_FOR);
  return (
    <ReportPanel title={t('onSite.guests')} about={t('onSite.guestsAbout')}>
      <Table aria-label={t('onSite.guests')} className={classes.list} verticalSpacing={6}>
        <OnSiteHead columns={columns} {...heads} />
        <Table.Tbody>
          {rows.map((guest) => {
            const { where, when } = seen(guest);
            return (
              <Table.Tr key={guest.id}>
                <Table.Th scope="row" className={classes.name}>
                  {guest.name}
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
