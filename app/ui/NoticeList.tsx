import { dismiss, useNotices } from './notices';
import { once } from './once';

/** The notices, in the room that the parent gives; announced without taking the focus. */
export function NoticeList() {
  const notices = useNotices();
  return (
    <div className="notices" role="status" aria-live="polite">
      {[...notices].reverse().map(({ id, text, action }) => (
        <div key={id} className="notice">
          <span className="notice-text">{text}</span>
          {action ? (
            <button
              type="button"
              className="btn"
              onClick={once(() => {
                dismiss(id);
                action.run();
              })}
            >
              {action.label}
            </button>
          ) : null}
          <button type="button" className="btn-icon" aria-label="Dismiss" onClick={once(() => dismiss(id))}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
