// Runs before the first paint, from <head>: the theme chosen last time, so that the page does not flash.
// Same storage key and attributes as the design system's own script, which takes over once loaded.
(() => {
  const root = document.documentElement;
  // Styles use it to show at once what would otherwise wait for a script.
  root.setAttribute("data-js", "");
  let scheme = null;
  try {
    scheme = localStorage.getItem("scheme");
  } catch {
    // Storage is refused: the page's own scheme is used.
  }
  scheme ??= root.getAttribute("data-fr-scheme") ?? "system";
  const dark = scheme === "dark" || (scheme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-fr-scheme", scheme);
  root.setAttribute("data-fr-theme", dark ? "dark" : "light");
  root.style.colorScheme = dark ? "dark" : "light";
})();
