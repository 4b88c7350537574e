// One module: the live line of a room, with the SignalR client in it.
// Usage: node build.mjs <folder>
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { buildSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../wwwroot/dist");
const client = join(here, "node_modules/@microsoft/signalr");

// Emptied, not removed: a server may be watching the folder.
mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) rmSync(join(out, old), { recursive: true });

buildSync({
  entryPoints: [join(here, "src/room.js")],
  outfile: join(out, "room.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome100", "firefox100", "safari15"],
  legalComments: "none",
  banner: { js: "/*! @microsoft/signalr 10.0.11, MIT, (c) .NET Foundation and contributors. See THIRD-PARTY.txt */" },
});

// The package names its licence and carries no copy of it.
const { name, version, license, author } = JSON.parse(readFileSync(join(client, "package.json"), "utf8"));
writeFileSync(join(out, "THIRD-PARTY.txt"), `${name} ${version}\n${license} licence, https://opensource.org/license/mit\nCopyright (c) .NET Foundation and Contributors${author ? ` (${author.name ?? author})` : ""}\n`);

const bytes = readFileSync(join(out, "room.js"));
console.log(`room.js ${bytes.length} bytes, ${brotliCompressSync(bytes).length} with brotli`);
writeFileSync(join(out, ".stamp"), createHash("sha256").update(bytes).digest("hex") + "\n");
