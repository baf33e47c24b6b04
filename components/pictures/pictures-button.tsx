import { Icon } from '../ui/icon';

/** Draws the pictures beside the list, or takes them away. */
export function PicturesButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  return (
    <button type="button" className="btn btn-quiet strip-tool" aria-label="Pictures" aria-expanded={open} onClick={onToggle}>
      <Icon name="chart" />
      <span>Pictures</span>
    </button>
  );
}
