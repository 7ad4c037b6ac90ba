// The menu itself: open from the moment it is first drawn, and from then on whenever its trigger says so.
import * as Radix from "@radix-ui/react-dropdown-menu";
import { Check } from "lucide-react";
import { useState } from "react";
import type { MenuEntry, MenuProps } from "./Menu";

const itemLook =
  "flex min-h-8 items-center gap-2 rounded px-2 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-hover";

/** Where a screen reader looks for it: in the dialog that is open, else in the page's main part. */
function surroundings(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[role=dialog]") ?? document.getElementById("content");
}

export default function OpenMenu({ trigger, entries, align = "start", side = "bottom" }: MenuProps) {
  const [place, setPlace] = useState(surroundings);
  return (
    <Radix.Root
      modal={false}
      defaultOpen
      onOpenChange={(isOpen) => {
        if (isOpen) setPlace(surroundings());
      }}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={place}>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-rise overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float"
        >
          {entries().map((entry, index) => (
            <Entry key={index} entry={entry} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "heading":
      return <Radix.Label className="px-2 pt-1.5 pb-1 text-xs text-muted">{entry.text}</Radix.Label>;
    case "line":
      return <Radix.Separator className="my-1 h-px bg-line" />;
    case "action":
      return (
        <Radix.Item onSelect={entry.onSelect} className={itemLook}>
          {entry.icon}
          {entry.label}
        </Radix.Item>
      );
    case "choice":
      return <Choice {...entry} />;
  }
}

function Choice({ label, value, options, onChoose }: Extract<MenuEntry, { kind: "choice" }>) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={onChoose}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={itemLook}>
          {option.icon}
          {option.label}
          <Radix.ItemIndicator className="ml-auto pl-3 text-accent">
            <Check size={14} aria-hidden="true" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}
