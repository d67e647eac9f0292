// The search page: Pagefind's index, facets that load when they are asked for, and an address for every search.
const host = document.getElementById("search-page");
const FACETS = { kind: "Kind of page", actor: "Actor", speaker: "Speaker", dispute: "Dispute", publisher: "Publisher", topic: "Topic", year: "Year" };
const PAGE = 10;
const state = new URLSearchParams(location.search);
let pagefind, results = [], shown = 0, turn = 0, timer;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const field = make("input", { type: "search", id: "q", name: "q", autocomplete: "off", "aria-label": "Search for", placeholder: "A name, an issue, words that were said" });
const order = make("select", { id: "sort" }, make("option", { value: "" }, "Best match"), make("option", { value: "date" }, "Newest first"));
const facets = make("div", { class: "facets" });
const narrow = make("details", {}, make("summary", {}, "Narrow down"), facets);
const status = make("p", { class: "search-status", role: "status" });
const list = make("ol", { class: "results" });
const more = make("button", { class: "more", type: "button", hidden: "" }, "More results");
const form = make("form", { role: "search", action: location.pathname }, make("div", { class: "search-box" }, field), narrow);
facets.append(make("label", {}, "Order", order));
host.append(form, status, list, more);
host.hidden = false;
field.value = state.get("q") || "";
order.value = state.get("sort") || "";

const chosen = () => Object.keys(FACETS).filter((name) => state.get(name)).map((name) => [name, state.get(name)]);

const engine = async () => {
  if (!pagefind) {
    pagefind = await import(new URL("../pagefind/pagefind.js", import.meta.url));
    await pagefind.options({ excerptLength: 24 });
    await pagefind.init();
  }
  return pagefind;
};

// Facets hold every name of the archive: they are fetched when the reader opens them, not before.
let filled = false;
const fill = async () => {
  if (filled) return;
  filled = true;
  const there = await (await engine()).filters();
  for (const [name, label] of Object.entries(FACETS)) {
    const counts = Object.entries(there[name] || {});
    if (!counts.length) continue;
    counts.sort(([a, n], [b, m]) => (name === "year" ? b.localeCompare(a) : m - n || a.localeCompare(b)));
    const select = make("select", { "data-facet": name }, make("option", { value: "" }, "Any"));
    for (const [value, count] of counts) select.append(make("option", { value }, `${value} (${count})`));
    select.value = state.get(name) || "";
    facets.append(make("label", {}, label, select));
  }
};

// Pagefind's excerpts are text with <mark> around the hits: anything else in them is text.
const marked = (html) => {
  const doc = new DOMParser().parseFromString(html, "text/html");
  const walk = (node) => [...node.childNodes].map((child) =>
    child.nodeType === Node.TEXT_NODE ? child.data : child.nodeName === "MARK" ? make("mark", {}, child.textContent) : child.textContent);
  return walk(doc.body);
};

const show = async () => {
  const mine = turn;
  const next = await Promise.all(results.slice(shown, shown + PAGE).map((result) => result.data()));
  if (mine !== turn) return;
  for (const { url, meta, excerpt, sub_results: parts } of next) {
    const item = make("li", {}, make("h2", {}, make("a", { href: url }, meta.title)),
      make("p", { class: "meta" }, [meta.kind, meta.date].filter(Boolean).join(" · ")), make("p", {}, ...marked(excerpt)));
    const places = parts.filter((part) => part.url.includes("#") && part.title !== meta.title).slice(0, 3);
    if (places.length) {
      item.append(make("ul", {}, ...places.map((part) =>
        make("li", {}, make("a", { href: part.url }, part.title), ": ", ...marked(part.excerpt)))));
    }
    list.append(item);
  }
  shown += next.length;
  more.hidden = shown >= results.length;
};

const run = async () => {
  const mine = ++turn;
  const words = field.value.trim();
  const filters = Object.fromEntries(chosen());
  const address = new URLSearchParams([...(words ? [["q", words]] : []), ...chosen(), ...(order.value ? [["sort", order.value]] : [])]);
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  if (!words && !chosen().length) {
    list.replaceChildren(); more.hidden = true; status.textContent = "";
    return;
  }
  try {
    const search = await (await engine()).search(words || null, { filters, ...(order.value ? { sort: { date: "desc" } } : {}) });
    if (mine !== turn) return;
    ({ results } = search);
  } catch (error) {
    status.textContent = "The search index could not be loaded. It is made when the site is built with `briefings build`.";
    throw error;
  }
  shown = 0;
  list.replaceChildren();
  const narrowed = chosen().map(([name, value]) => `${FACETS[name].toLowerCase()}: ${value}`).join(", ");
  status.textContent = `${results.length === 0 ? "Nothing was found" : results.length === 1 ? "1 page" : `${results.length} pages`}${words ? ` for “${words}”` : ""}${narrowed ? ` (${narrowed})` : ""}.`;
  await show();
};

field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 200); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
form.addEventListener("change", (event) => {
  const name = event.target.dataset.facet;
  if (name) { if (event.target.value) state.set(name, event.target.value); else state.delete(name); }
  if (event.target !== field) run();
});
more.addEventListener("click", show);
narrow.addEventListener("toggle", () => { if (narrow.open) fill(); });
if (chosen().length || order.value) narrow.open = true;
if (!field.value) field.focus({ preventScroll: true });
run();
