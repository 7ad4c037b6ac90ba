// A switch that takes effect at once.

type SwitchProps = { label: string; on: boolean; onChange: (on: boolean) => void };

export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      onClick={() => {
        onChange(!on);
      }}
      className={`inline-flex h-6 w-10 shrink-0 items-center rounded-full border px-[3px] transition-colors ${on ? "border-accent-solid bg-accent-solid hover:bg-accent-solid-hover" : "border-line-strong bg-surface hover:bg-hover"}`}
    >
      <span
        aria-hidden="true"
        className={`size-4 rounded-full transition-transform ${on ? "translate-x-4 bg-on-accent" : "bg-line-strong"}`}
      />
    </button>
  );
}
