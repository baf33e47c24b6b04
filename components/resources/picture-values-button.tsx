import { FIELD_NAMES } from '@/domain/fields';
import { type GroupBy, isGroupBy } from '@/domain/grouping';
import { ChooserPanel } from '../columns/chooser-panel';
import { FieldOffers } from '../columns/field-offers';
import { PopoverButton } from '../ui/popover-button';

const OFFERED = FIELD_NAMES.filter(isGroupBy);

interface PictureValuesButtonProps {
  values: GroupBy;
  label: string;
  onValues: (values: GroupBy) => void;
}

/** Chooses the field or key whose values are drawn. */
export function PictureValuesButton({ values, label, onValues }: PictureValuesButtonProps) {
  return (
    <PopoverButton icon="chevron-down" label="Other values" name={`Top values of ${label}: others`}>
      {(anchored) => (
        <ChooserPanel {...anchored} label="Top values" searchLabel="Search what to draw" foot={<span className="chooser-note">Its twelve most frequent values are drawn.</span>}>
          {(search) => (
            <FieldOffers
              search={search}
              fields={OFFERED}
              chosen={[values]}
              isFixed={() => false}
              onToggle={(next) => {
                if (isGroupBy(next)) onValues(next);
                anchored.onClose(true);
              }}
            />
          )}
        </ChooserPanel>
      )}
    </PopoverButton>
  );
}
