const ROWS = [180, 148, 212, 164];

/** The page's own places, empty. They show only when reading takes a moment. */
export function ResourceWaiting() {
  return (
    <div className="resource-scroller late" role="status" aria-label="Reading the resource">
      <div className="resource-head">
        <div className="resource-top"><span className="bone w-60" /></div>
        <div className="resource-title"><span className="bone h-4! w-48" /></div>
      </div>
      <div className="resource-body">
        <div className="resource-tags sec"><span className="bone w-40" /></div>
        <div className="resource-main">
          <div className="sec">
            {ROWS.map((width) => (
              <div key={width} className="child-row"><span className="child-name"><span className="bone" style={{ width }} /></span></div>
            ))}
          </div>
        </div>
        <div className="resource-aside">
          <div className="sec grid gap-4">
            {ROWS.map((width) => (
              <span key={width} className="bone" style={{ width }} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
