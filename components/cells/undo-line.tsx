'use client';

import './cells.css';
import { useEffect } from 'react';
import { Icon } from '../ui/icon';
import { KeyCaps } from '../ui/key-caps';
import { isKey, isTyping } from '../ui/keys';
import { sayLine, useEditLine } from './edit-line';
import { useUndo } from './use-undo';

const SHOWN_MS = 20_000;

/** The keys that take edits back, and one line that says what has just become of one. */
export function UndoLine() {
  const line = useEditLine();
  const undo = useUndo();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const way = isKey(event, 'undo') ? 'undo' : isKey(event, 'redo') ? 'redo' : undefined;
      if (way === undefined || event.defaultPrevented || isTyping(event.target)) return;
      undo(way);
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo]);

  useEffect(() => {
    if (line === undefined) return;
    const timer = setTimeout(() => sayLine(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [line]);

  return (
    <div className={line === undefined ? 'sr-only' : 'edit-line'}>
      <div role="status" className="edit-line-text">
        {line && (
          <>
            <Icon name={line.isWell ? 'check' : 'warning'} className={line.isWell ? 'text-online' : 'text-idle'} />
            <p>
              <b>{line.text}</b>
              {line.more !== undefined && <small>{line.more}</small>}
            </p>
          </>
        )}
      </div>
      {line && (
        <div className="edit-line-acts">
          {line.acts?.map(({ label, act }) => (
            <button key={label} type="button" className="btn" onClick={act}>
              {label}
            </button>
          ))}
          {line.canUndo && (
            <button type="button" className="btn" onClick={() => undo('undo')}>
              Undo <KeyCaps name="undo" />
            </button>
          )}
          <button type="button" className="icon-btn" aria-label="Dismiss" onClick={() => sayLine(undefined)}>
            <Icon name="x" />
          </button>
        </div>
      )}
    </div>
  );
}
