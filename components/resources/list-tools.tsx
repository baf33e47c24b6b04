import { printColumns } from '@/domain/columns';
import { type Grouping, printGrouping } from '@/domain/grouping';
import type { ColumnSettings } from '../columns/column-settings';
import { ColumnsButton } from '../columns/columns-button';
import { GroupButton } from '../columns/group-button';
import { ExportButton } from '../export/export-button';
import type { ExportedList } from '../export/exported-list';
import { readPictures, usualPictures } from '../pictures/picture-choice';
import { PicturesButton } from '../pictures/pictures-button';
import { Icon } from '../ui/icon';
import { forgetWidths } from './column-widths';
import type { InventoryAddress } from './inventory-address';

interface ListToolsProps extends Pick<ColumnSettings, 'columns' | 'pinned' | 'density' | 'onDensity'> {
  grouping: Grouping;
  /** As the address has it. */
  picture: string;
  /** What of the address cannot be, and what is shown instead. */
  problems: readonly string[];
  /** What can be taken elsewhere; undefined while it is not known. */
  exported: ExportedList | undefined;
  /** How many terms the query has. */
  termCount: number;
  onAddress: (change: Partial<InventoryAddress>) => void;
  onFilters: () => void;
}

/** What changes how the list stands. */
export function ListTools({ columns, pinned, density, grouping, picture, problems, exported, termCount, onAddress, onDensity, onFilters }: ListToolsProps) {
  return (
    <>
      {problems.map((problem) => (
        <span key={problem} className="truncate text-xs text-idle" role="status">
          {problem}
        </span>
      ))}
      <PicturesButton open={readPictures(picture) !== undefined} onToggle={() => onAddress({ picture: picture === '' ? usualPictures : '' })} />
      <GroupButton grouping={grouping} onGrouping={(next) => onAddress({ group: printGrouping(next) })} />
      <ColumnsButton
        columns={columns}
        pinned={pinned}
        density={density}
        onColumns={({ columns: next, ...change }) => onAddress({ ...change, ...(next ? { columns: printColumns(next) } : {}) })}
        onDensity={onDensity}
        onReset={() => {
          forgetWidths();
          onAddress({ columns: '', pinned: 1 });
        }}
      />
      {exported && <ExportButton {...exported} />}
      <button type="button" className="btn filters-button" aria-haspopup="dialog" onClick={onFilters}>
        <Icon name="filter" />
        Filters {termCount > 0 && <span>{termCount}</span>}
      </button>
    </>
  );
}
