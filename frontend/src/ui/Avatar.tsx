// People as initials on a colour derived from their id; Baton itself as its mark.
import { BatonMark } from "./BatonMark";
import { SYSTEM_ACTOR, type Face } from "./faces";

/** A hue from 0 to 359, the same for the same id everywhere. */
function hueOf(id: string): number {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 997;
  return Math.round((hash / 997) * 359);
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => Array.from(word ?? "")[0] ?? "?").join("").toUpperCase();
}

/** A picture, no words: whoever is meant is named beside it. */
export function Avatar({ face, size = 20 }: { face: Face; size?: number }) {
  if (face.id === SYSTEM_ACTOR) return <BatonMark size={size} />;
  return (
    <span
      title={face.name}
      aria-hidden="true"
      data-initials={initialsOf(face.name)}
      className="inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none before:content-[attr(data-initials)]"
      style={{ width: size, height: size, fontSize: size * 0.42, background: `oklch(0.5 0.11 ${String(hueOf(face.id))})` }}
    />
  );
}

/** Up to three faces, then how many more. */
export function Avatars({ faces, label }: { faces: Face[]; label: string }) {
  if (faces.length === 0) return null;
  const shown = faces.length > 3 ? faces.slice(0, 2) : faces;
  return (
    <span className="flex items-center -space-x-0.5">
      <span className="sr-only">{label}</span>
      {shown.map((face) => (
        <span key={face.id} className="flex rounded-full ring-2 ring-surface">
          <Avatar face={face} />
        </span>
      ))}
      {faces.length > shown.length ? (
        <span aria-hidden="true" className="pl-2 text-xs text-muted">
          +{faces.length - shown.length}
        </span>
      ) : null}
    </span>
  );
}
