// The reference page in a browser without a network: nothing is asked of a server, nothing goes wrong, and all is there.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { coloursOf } from "./picture.mjs";

const [file, picture, browserPath] = process.argv.slice(2);
const document = JSON.parse(readFileSync(new URL("../../openapi.json", import.meta.url), "utf8"));
const METHODS = ["get", "put", "post", "delete"];
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => method in item).map((method) => ({ path, ...item[method] })),
);
const shown = [
  "Ids of 64 bits are strings",
  "appAccountEncode",
  "ADD_FRIEND_RESPONSE",
  "offlineAccounts",
  ...document.tags.map((tag) => tag.description),
];

const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const faults = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  const last = page.locator("[data-section-id='tag/callbacks']").first();
  await last.waitFor({ state: "attached", timeout: 30_000 }).catch(() => {
    throw new Error([...faults, "the last section does not come"].join("\n"));
  });
  await page.waitForTimeout(1000);

  const text = await page.locator(".api-content").innerText();
  const headings = await page.locator(".api-content h2").allInnerTexts();
  const count = (list, one) => list.filter((item) => item.trim() === one).length;
  for (const { path, summary } of operations) {
    const expected = count(operations.map((operation) => operation.summary), summary);
    if (count(headings, summary) !== expected) faults.push(`not shown as a heading: ${summary}`);
    if (!text.includes(path)) faults.push(`not shown: ${path}`);
  }
  faults.push(...shown.filter((part) => !text.includes(part)).map((part) => `not shown: ${part}`));

  await page.getByRole("textbox").fill("Dismisses");
  await page.getByRole("search").getByText("Dismisses a group; only its owner may").first().click();
  await page.getByRole("textbox").fill("");
  await page.waitForTimeout(1000);
  const image = await page.screenshot({ path: picture });
  const { width, height, colours } = await coloursOf(await browser.newPage(), image);
  if (width !== 1400 || height !== 1000 || colours < 100) {
    faults.push(`the picture has ${colours} colours on ${width} by ${height}`);
  }
  if (operations.length === 0) faults.push("the document has no operation");
  if (faults.length > 0) throw new Error(faults.join("\n"));
  console.log(`${operations.length} operations, ${text.length} letters, ${colours} colours`);
} finally {
  await browser.close();
}
