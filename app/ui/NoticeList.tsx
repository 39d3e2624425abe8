import { dismiss, useNotices } from './notices';

/** What is said in passing, at the lower edge; read out without taking the focus. */
export function NoticeList() {
  const notices = useNotices();
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, text, action }) => (
        <div key={id} className="notice">
          <span className="notice-text">{text}</span>
          {action ? (
            <button
              type="button"
              className="btn"
              onClick={() => {
                dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          ) : null}
          <button type="button" className="btn-icon" aria-label="Dismiss" onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
