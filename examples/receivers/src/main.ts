import { scenes } from "./scenes.ts";

let refused = 0;
for (const play of scenes) {
  const scene = await play();
  refused += scene.refused;
  console.log(`${scene.name}: ${scene.sent} callbacks came, ${scene.refused} were refused`);
  console.log(`  told once each: ${scene.told.join(", ")}`);
}
process.exitCode = refused === 0 ? 0 : 1;
