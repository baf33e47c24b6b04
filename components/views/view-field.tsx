import './view-panel.css';
import { type Ref, useId } from 'react';

interface ViewFieldProps {
  ref?: Ref<HTMLInputElement>;
  label: string;
  value: string;
  maxLength: number;
  describedBy?: string;
  /** Why the server refused it. */
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** A line of text with what is wrong with it below. */
export function ViewField({ ref, label, value, maxLength, describedBy, problem, onChange }: ViewFieldProps) {
  const id = useId();
  const wrong = `${id}-wrong`;
  return (
    <div className="view-field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={[problem === undefined ? [] : wrong, describedBy ?? []].flat().join(' ') || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <p id={wrong} role="alert" className="view-wrong">
          {problem}
        </p>
      )}
    </div>
  );
}
