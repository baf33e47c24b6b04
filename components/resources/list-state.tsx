import './list-state.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icon';

interface ListStateProps {
  title: string;
  icon?: IconName;
  /** What is, in a sentence or two. */
  says: ReactNode;
  children?: ReactNode;
}

/** The picture in place of a list: what is, then what to do. */
export function ListState({ title, icon, says, children }: ListStateProps) {
  return (
    <div className="list-state">
      <div className="list-state-in">
        {icon && (
          <span className="list-state-icon">
            <Icon name={icon} />
          </span>
        )}
        <h2>{title}</h2>
        <p>{says}</p>
        {children}
      </div>
    </div>
  );
}
