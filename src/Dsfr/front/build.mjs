// One stylesheet, one module, one theme script and three font files, from the pinned packages beside this file.
// Usage: node build.mjs <folder>
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { transformSync } from "esbuild";
import postcss from "postcss";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../wwwroot/dist");
const dsfr = join(here, "node_modules/@gouvfr/dsfr/dist");
const face = join(here, "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-");
const read = (path) => readFileSync(path, "utf8");

// Parts of the design system that no page uses, and the State's own marks.
const unused = /\.fr-(logo|share|follow|consent|connect|sidemenu|tabs?|toggles?|transcription|translate|tooltip|range|quote|segmented|download|content-media|artwork|fi)(?![a-z])/;
// Its seventeen accents: one, orange-terre-battue, is kept for what is to be warm.
const accent = "(green-(tilleul-verveine|bourgeon|emeraude|menthe|archipel)|blue-(ecume|cumulus)|purple-glycine|pink-(macaron|tuile)|yellow-(tournesol|moutarde)|brown-(cafe-creme|caramel|opera)|beige-gris-galet)";
const accented = new RegExp(`\\.fr-[\\w-]+--${accent}`);
const accentProperty = new RegExp(`^--(artwork-|([\\w-]+-)?${accent})`);

const icons = new Map();
const iconFiles = new Map(
  readdirSync(join(dsfr, "icons"), { recursive: true })
    .filter((path) => path.endsWith(".svg"))
    .map((path) => [basename(path, ".svg").replace(/^fr--/, ""), join(dsfr, "icons", path)]),
);

// Each icon is written once, as a data URI in a custom property: no request, and no repetition.
function icon(name) {
  if (!iconFiles.has(name)) {
    throw new Error(`No icon is named ${name}.`);
  }
  if (!icons.has(name)) {
    const svg = read(iconFiles.get(name)).trim().replaceAll('"', "'").replace(/\s+/g, " ");
    icons.set(name, `url("data:image/svg+xml,${svg.replace(/[%#<>]/g, (c) => encodeURIComponent(c))}")`);
  }
  return `var(--icon-${name})`;
}

function pruned(css) {
  const tree = postcss.parse(css);
  tree.walkAtRules("font-face", (rule) => rule.remove());
  tree.walkAtRules("charset", (rule) => rule.remove());
  tree.walkComments((comment) => comment.remove());
  tree.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !unused.test(selector) && !accented.test(selector));
    if (kept.length === 0) {
      rule.remove();
    } else {
      rule.selectors = kept;
    }
  });
  tree.walkDecls((declaration) => {
    if (declaration.prop === "font-family") {
      declaration.value = declaration.value.replace(/Marianne|Spectral/g, '"Atkinson Hyperlegible Next"');
    }
    declaration.value = declaration.value.replace(/url\("?icons\/[^)]*?([^/)]+)\.svg"?\)/g, (_, file) => icon(file.replace(/^fr--/, "")));
  });
  dropAccents(tree);
  printInLight(tree);
  tree.walkAtRules("media", (rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  return tree.toString();
}

// An accent's variables go when nothing left reads them, pass after pass since variables read variables.
function dropAccents(tree) {
  for (;;) {
    const readNames = new Set();
    tree.walkDecls((declaration) => {
      for (const [, name] of declaration.value.matchAll(/var\((--[\w-]+)/g)) readNames.add(name);
    });
    let dropped = 0;
    tree.walkDecls(/^--/, (declaration) => {
      if (accentProperty.test(declaration.prop) && !readNames.has(declaration.prop)) {
        declaration.remove();
        dropped += 1;
      }
    });
    if (dropped === 0) return;
  }
}

// Paper is white: in print, the dark theme takes the light theme's values again.
function printInLight(tree) {
  const light = new Map();
  const again = new Map();
  tree.walkRules(/^:root$/, (rule) => rule.walkDecls(/^--/, ({ prop, value }) => light.set(prop, value)));
  tree.walkRules(/^:root\[data-fr-theme="?dark"?\]$/, (rule) => rule.walkDecls(/^--/, ({ prop }) => again.set(prop, light.get(prop))));
  const values = [...again].filter(([, value]) => value !== undefined).map(([prop, value]) => `${prop}:${value}`);
  tree.append(`@media print{:root[data-fr-theme=dark]{color-scheme:light!important;${values.join(";")}}}`);
}

const sheets = ["dsfr.main.min.css", "utility/colors/colors.main.min.css", "dsfr.print.min.css"];
const system = pruned(sheets.map((sheet) => read(join(dsfr, sheet))).join("\n"));
const iconClasses = new Map(
  [...read(join(dsfr, "utility/utility.main.css")).matchAll(/\.fr-icon-([\w-]+)::before[^{]*\{[^}]*?\/(?:fr--)?([\w-]+)\.svg/g)].map(([, name, file]) => [name, file]),
);
const utilities = JSON.parse(read(join(here, "src/icons.json")))
  .map((name) => `.fr-icon-${name}::before,.fr-icon-${name}::after{-webkit-mask-image:${icon(iconClasses.get(name))};mask-image:${icon(iconClasses.get(name))}}`)
  .join("");
const properties = [...icons].sort().map(([name, url]) => `--icon-${name}:${url}`).join(";");
const notice = "/*! DSFR v1.14.4, MIT, (c) Gouvernement français: part of it, without its fonts. Atkinson Hyperlegible Next, OFL 1.1. See THIRD-PARTY.txt */\n";
const css = [`:root{${properties}}`, system, utilities, read(join(here, "src/brand.css"))].join("\n");

// Emptied, not removed: a server may be watching the folder.
mkdirSync(join(out, "fonts"), { recursive: true });
for (const old of readdirSync(out).filter((name) => name !== "fonts")) rmSync(join(out, old), { recursive: true });

const files = new Map([
  ["beffroi.css", notice + transformSync(css, { loader: "css", minify: true, target: ["chrome100", "firefox100", "safari15"], legalComments: "none" }).code],
  ["beffroi.js", read(join(dsfr, "dsfr.module.min.js")).replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n")],
  ["theme.js", transformSync(read(join(here, "src/theme.js")), { minify: true }).code],
  ["THIRD-PARTY.txt", ["@gouvfr/dsfr/LICENSE.md", "@fontsource/atkinson-hyperlegible-next/LICENSE"].map((path) => `${path}\n\n${read(join(here, "node_modules", path))}`).join("\n\n----\n\n")],
]);
for (const [name, text] of files) writeFileSync(join(out, name), text);
for (const [name, file] of [["400", "400-normal"], ["700", "700-normal"], ["400-italic", "400-italic"]]) {
  copyFileSync(`${face}${file}.woff2`, join(out, "fonts", `atkinson-${name}.woff2`));
}

const hash = createHash("sha256");
for (const name of ["beffroi.css", "beffroi.js", "theme.js"]) {
  const bytes = readFileSync(join(out, name));
  hash.update(bytes);
  console.log(`${name} ${bytes.length} bytes, ${brotliCompressSync(bytes).length} with brotli`);
}
for (const name of readdirSync(join(out, "fonts"))) {
  console.log(`fonts/${name} ${readFileSync(join(out, "fonts", name)).length} bytes`);
}
writeFileSync(join(out, ".stamp"), hash.digest("hex") + "\n");
