// A component whose code may be asked for before it is drawn.
import { lazy, type ComponentType } from "react";

type Module<Props> = { default: ComponentType<Props> };

/**
 * Once fetched it is drawn at once. A lazy component would first show what stands in for it, and React keeps that up
 * for 300 ms, in which the page would ask for nothing.
 */
export function ahead<Props extends object>(load: () => Promise<Module<Props>>) {
  let Loaded: ComponentType<Props> | undefined;
  const fetch = async () => {
    const module = await load();
    Loaded = module.default;
    return module;
  };
  const Waiting = lazy(fetch) as ComponentType<Props>;
  function Ahead(props: Props) {
    return Loaded ? <Loaded {...props} /> : <Waiting {...props} />;
  }
  return Object.assign(Ahead, { fetch });
}
