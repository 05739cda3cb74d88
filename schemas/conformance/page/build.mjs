// Writes the reference page: Redoc and openapi.json in one file, which opens without a network.
import { readFileSync, writeFileSync } from "node:fs";
import { arranged } from "./document.mjs";

const file = process.argv[2];
const here = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

/** What ends a script is an end also inside of a text of that script. */
const inScript = (code) => code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const asText = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** Redoc loads its logo from its own server. */
const LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";
const redoc = here("node_modules/redoc/bundles/redoc.standalone.js");
if (redoc.split(LOGO).length !== 2) throw new Error("this version of Redoc has its logo elsewhere");

const document = arranged(JSON.parse(here("../../openapi.json")));
const options = {
  expandResponses: "200",
  hideDownloadButton: true,
  jsonSampleExpandLevel: "all",
  schemasExpansionLevel: 1,
  nativeScrollbars: true,
  pathInMiddlePanel: true,
  theme: {
    typography: {
      fontFamily: "system-ui, sans-serif",
      headings: { fontFamily: "system-ui, sans-serif" },
      code: { fontFamily: "ui-monospace, monospace" },
    },
  },
};

const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; worker-src blob:";
const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${document.info.title}</title>
<style>body { margin: 0 } .redoc-markdown td code { white-space: nowrap }</style>
</head>
<body>
<div id="reference"></div>
<script>${inScript(redoc.replace(LOGO, "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/%3E"))}</script>
<script>Redoc.init(${asText(document)}, ${asText(options)}, window.document.getElementById("reference"))</script>
</body>
</html>
`;
writeFileSync(file, page);
console.log(`${Math.round(page.length / 1024)} KiB`);
