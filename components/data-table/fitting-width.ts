import { LEAST_WIDTH, MOST_WIDTH } from './column-layout';

/** How wide a column has to be for what the rows in sight, and its head, say. */
export function fittingWidth(grid: HTMLElement, column: string): number {
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-column]')].filter((cell) => cell.dataset.column === column);
  // Nothing is painted between the two: the rows are laid out as wide as they like, and back again.
  grid.style.setProperty('--columns', 'repeat(100, max-content)');
  const widths = cells.map((cell) => {
    const { marginLeft, marginRight } = getComputedStyle(cell);
    return cell.offsetWidth + parseFloat(marginLeft) + parseFloat(marginRight);
  });
  grid.style.removeProperty('--columns');
  return Math.min(MOST_WIDTH, Math.ceil(Math.max(LEAST_WIDTH, ...widths)));
}
