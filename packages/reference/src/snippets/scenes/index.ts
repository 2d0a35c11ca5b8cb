import { argosScene } from "./argos.ts";
import { commonEnv, commonScene } from "./common.ts";
import { coreScene } from "./core.ts";
import { kryptogoScene } from "./kryptogo.ts";
import { kycPortalScene } from "./kyc-portal.ts";
import { sandboxScene } from "./sandbox.ts";
import type { Told } from "./scene.ts";
import { verifyVaspScene } from "./verifyvasp-kyt.ts";

/** Builds what the text around a snippet has told already. */
const scenes = {
  "@x/core": coreScene,
  "@x/sandbox": sandboxScene,
  "@x/kryptogo": kryptogoScene,
  "@x/kyc-portal": kycPortalScene,
  "@x/argos": argosScene,
  "@x/verifyvasp-kyt": verifyVaspScene,
};

/** A package that has a scene of its own. */
export type ScenePackage = keyof typeof scenes;

/** Whether a package has a scene of its own. */
export function isScenePackage(name: string | undefined): name is ScenePackage {
  return name !== undefined && name in scenes;
}

type NamesOf<Package extends ScenePackage> = Awaited<ReturnType<(typeof scenes)[Package]>>["names"];

/** The names of several scenes, the later over the earlier. */
export type Laid<Order extends readonly ScenePackage[]> = Order extends readonly [
  ...infer Before extends readonly ScenePackage[],
  infer Last extends ScenePackage,
]
  ? Omit<Laid<Before>, keyof NamesOf<Last>> & NamesOf<Last>
  : ReturnType<typeof commonScene>;

/** All packages with scenes, in the order in which their names are laid over one another. */
export const scenePackages = Object.keys(scenes) as readonly ScenePackage[];

const realFetch = globalThis.fetch;
let routes: readonly { hosts: readonly string[]; fetch: typeof globalThis.fetch }[] = [];

/** The runtime's `fetch` while a snippet runs: vendors' hosts are answered by the fakes, nothing else leaves the machine. */
export const snippetFetch: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { host, hostname } = new URL(request.url);
  const route = routes.find(({ hosts }) =>
    hosts.some((one) => host === one || hostname === one || hostname.endsWith(`.${one}`)),
  );
  if (route === undefined && hostname === "127.0.0.1") return await realFetch(request);
  if (route === undefined) throw new TypeError(`no fake answers ${hostname}`);
  return await route.fetch(request);
};

/** Sets up every vendor's fake and returns the names of the scene; of two that say the same, the later counts. */
export async function setUp(order: readonly ScenePackage[], told: Told): Promise<Record<string, unknown>> {
  const built = await Promise.all(order.map(async (name) => await scenes[name](told)));
  routes = built.map(({ net }) => net);
  Object.assign(process.env, commonEnv, ...built.map(({ env }) => env));
  return Object.assign({}, commonScene(), ...built.map(({ names }) => names)) as Record<string, unknown>;
}
