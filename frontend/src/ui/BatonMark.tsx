// The mark: a relay baton.

export function BatonMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent-solid)" />
      <g transform="rotate(-45 16 16)">
        <rect x="4.5" y="12.5" width="23" height="7" rx="3.5" fill="var(--on-accent)" />
        <rect x="9" y="12.5" width="3" height="7" fill="var(--accent-solid)" />
        <rect x="20" y="12.5" width="3" height="7" fill="var(--accent-solid)" />
      </g>
    </svg>
  );
}
