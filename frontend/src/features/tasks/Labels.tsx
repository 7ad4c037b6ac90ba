// A task's labels as small chips.

export function Labels({ labels }: { labels: string[] }) {
  return labels.map((label) => (
    <span key={label} className="max-w-32 truncate rounded-full border border-line px-1.5 text-xs text-muted">
      {label}
    </span>
  ));
}
