interface ViewConflictProps {
  says: string;
  /** Absent unless somebody else was quicker. */
  onTheirs: (() => void) | undefined;
  onMine: (() => void) | undefined;
  onClose: () => void;
}

/** Why a view was not saved, below its name. What is shown stays as it is until somebody decides. */
export function ViewConflict({ says, onTheirs, onMine, onClose }: ViewConflictProps) {
  return (
    <div className="view-conflict" role="alert">
      <p>{onMine ? 'Somebody else changed this view meanwhile. What you see is yours, and not saved.' : says}</p>
      <div className="view-acts">
        {onMine && onTheirs ? (
          <>
            <button type="button" className="btn" onClick={onTheirs}>
              Compare with theirs
            </button>
            <button type="button" className="btn btn-primary" onClick={onMine}>
              Save mine over it
            </button>
          </>
        ) : (
          <button type="button" className="btn" onClick={onClose}>
            Close
          </button>
        )}
      </div>
    </div>
  );
}
