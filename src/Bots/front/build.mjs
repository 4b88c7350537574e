// One module: the graph of an analyst's watch, with sigma and graphology in it.
// Usage: node build.mjs <folder>
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { buildSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../wwwroot/dist");

// Emptied, not removed: a server may be watching the folder.
mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) rmSync(join(out, old), { recursive: true });

buildSync({
  entryPoints: [join(here, "src/graph.js")],
  outfile: join(out, "graph.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome100", "firefox100", "safari15"],
  legalComments: "none",
  banner: { js: "/*! sigma 3.0.3, graphology 0.26.0, graphology-utils, events, all MIT. See THIRD-PARTY.txt */" },
});

// The licence of each package that is in the module.
const notices = ["sigma", "graphology", "graphology-utils", "events"].map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
  return `${name} ${version}, ${license}\n\n${file ? readFileSync(join(folder, file), "utf8") : "https://opensource.org/license/mit\n"}`;
});
writeFileSync(join(out, "THIRD-PARTY.txt"), notices.join("\n----\n\n"));

const bytes = readFileSync(join(out, "graph.js"));
console.log(`graph.js ${bytes.length} bytes, ${brotliCompressSync(bytes).length} with brotli`);
writeFileSync(join(out, ".stamp"), createHash("sha256").update(bytes).digest("hex") + "\n");
