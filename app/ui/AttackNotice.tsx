/** Whose data a view of ATT&CK shows, and the licences of everything that the site contains. */
export function AttackNotice({
  version,
  className,
}: {
  readonly version: string;
  readonly className: string;
}) {
  return (
    <p className={className}>
      ATT&CK Enterprise {version}. © The MITRE Corporation.{' '}
      <a href="./licences.txt" target="_blank" rel="noreferrer">
        Licences
      </a>
    </p>
  );
}
