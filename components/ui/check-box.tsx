import { Icon } from './icon';

export type CheckState = 'none' | 'some' | 'all';

const ARIA = { none: false, some: 'mixed', all: true } as const satisfies Record<CheckState, boolean | 'mixed'>;

interface CheckBoxProps {
  state: CheckState;
  label: string;
  /** Without it, whoever is around the box hears its click. */
  onToggle?: () => void;
  tabIndex?: number;
}

/** A box with three states, a thumb's size around it. */
export function CheckBox({ state, label, onToggle, tabIndex }: CheckBoxProps) {
  return (
    <button type="button" role="checkbox" aria-checked={ARIA[state]} aria-label={label} tabIndex={tabIndex} className="check-box" onClick={onToggle}>
      <span className={state === 'none' ? 'box' : 'box box-on'}>{state !== 'none' && <Icon name={state === 'all' ? 'check' : 'minus'} />}</span>
    </button>
  );
}
