// The search page. Pagefind has an index for each kind of result; names of actors stand in small files by their first
// letters. Every search has an address, and nothing is loaded before it is asked for.
const base = new URL("../pagefind/", import.meta.url);
const root = new URL("../", import.meta.url);
const host = document.getElementById("search-page");
const KINDS = {
  briefing: { label: "Briefings", among: "briefings", folder: "" },
  quotation: { label: "Quotations", among: "quotations", folder: "quotations/", one: "quotation" },
  dispute: { label: "Disputes", among: "disputes", folder: "disputes/", one: "sentence of evidence", many: "sentences of evidence" },
  actor: { label: "Actors", among: "actors" },
};
const FACETS = { actor: "Actor in the briefing", speaker: "Speaker", dispute: "Dispute", publisher: "Publisher", topic: "Topic", year: "Year" };
const LONG = ["actor", "speaker", "dispute"]; // more values than a menu can hold: these are typed, with suggestions
const PAGE = 10, NAMES = 3, ITEMS = 5, WORDS = 60;
const state = new URLSearchParams(location.search);
const loaded = new Map();
let results = [], shown = 0, found = 0, turn = 0, timer;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const once = (key, load) => {
  if (!loaded.has(key)) loaded.set(key, load().catch((error) => { loaded.delete(key); throw error; }));
  return loaded.get(key);
};
const json = (name) => once(name, async () => {
  const answer = await fetch(new URL(name, base));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
});
const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const day = (date) => date ? new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).replaceAll(" ", "\u00a0") : "";
const dotted = (parts) => parts.filter(Boolean).join("\u00a0· ");

// The form
const field = make("input", { type: "search", id: "q", name: "q", autocomplete: "off", enterkeyhint: "search", "aria-label": "Search for", placeholder: "A name, an issue, words that were said" });
const kinds = make("fieldset", { class: "kinds" }, make("legend", { class: "visually-hidden" }, "Search among"),
  ...Object.entries(KINDS).map(([name, { label }]) => make("label", {}, make("input", { type: "radio", name: "kind", value: name }), make("span", {}, label))));
const order = make("select", { id: "sort" }, make("option", { value: "" }, "Best match"), make("option", { value: "date" }, "Newest first"));
const facets = make("div", { class: "facets" }, make("label", {}, "Order", order));
const narrow = make("details", { class: "narrow" }, make("summary", {}, "Order and narrow down"), facets);
const status = make("p", { class: "search-status", role: "status" });
const named = make("p", { class: "search-names", hidden: "" });
const list = make("ol", { class: "results" });
const hint = make("p", { class: "search-hint" }, "Words are found in every form; put them between quotation marks to find them just so: “coalition talks”. A press on / leads here from every page.");
const nothing = make("p", { class: "search-nothing", hidden: "" });
const more = make("button", { class: "more", type: "button", hidden: "" }, "More results");
const form = make("form", { role: "search", action: location.pathname }, make("div", { class: "search-box" }, field), kinds, narrow);
host.append(form, hint, status, named, nothing, list, more);
host.hidden = false;
field.value = state.get("q") || "";
order.value = state.get("sort") || "";

const kind = () => (Object.hasOwn(KINDS, state.get("kind")) ? state.get("kind") : "briefing");
const chosen = () => (kind() === "actor" ? [] : Object.keys(FACETS).filter((name) => state.get(name)).map((name) => [name, state.get(name)]));
const address = (changes) => {
  const next = new URLSearchParams(state);
  for (const [name, value] of Object.entries(changes)) if (value) next.set(name, value); else next.delete(name);
  return next.size ? `?${next}` : location.pathname;
};

const engine = (folder) => once(`engine/${folder}`, async () => {
  const { createInstance } = await import(new URL("pagefind.js", base));
  // Without a worker: it is a second copy of the program, and a search takes milliseconds.
  const instance = createInstance({ noWorker: true, basePath: new URL(folder, base).href, baseUrl: root.pathname, excerptLength: 28 });
  await instance.init();
  return instance;
});

// The values of a long facet are kept apart by their first letters, so that one letter of them is loaded.
const filterName = (name, value) => {
  const first = [...value][0].toLowerCase();
  return LONG.includes(name) ? `${name}-${/^[a-z]$/.test(first) ? first : ""}` : name;
};

// The values of facets are fetched when the reader opens them, not before.
const fill = () => once("filled", async () => {
  const there = await json("facets.json");
  for (const [name, label] of Object.entries(FACETS)) {
    const values = there[name] || [];
    if (!values.length) continue;
    if (name === "year") values.sort(([a], [b]) => b.localeCompare(a));
    const options = values.map(([value, count]) => make("option", { value }, LONG.includes(name) ? counted(count, "briefing") : `${value} (${count})`));
    const control = LONG.includes(name)
      ? make("input", { type: "search", list: `values-${name}`, autocomplete: "off", placeholder: "Any" })
      : make("select", {}, make("option", { value: "" }, "Any"), ...options);
    control.dataset.facet = name;
    control.value = state.get(name) || "";
    facets.append(make("label", {}, label, control));
    if (LONG.includes(name)) facets.append(make("datalist", { id: `values-${name}` }, ...options));
  }
});

// Names of actors
const wordsOf = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}_]+/gu) || [];
const actors = async (text) => {
  const typed = wordsOf(text);
  const known = new Set((await json("search.json")).names.split(" "));
  const key = typed.map((word) => [...word].slice(0, 3).join("")).filter((letters) => known.has(letters)).sort((a, b) => b.length - a.length)[0];
  if (!key) return [];
  const entries = await json(`names/${[...key].map((letter) => letter.codePointAt(0).toString(16)).join("-")}.json`);
  const fits = (name) => { const words = wordsOf(name); return typed.every((word) => words.some((other) => other.startsWith(word))); };
  const exact = ([name]) => wordsOf(name).join(" ") === typed.join(" ");
  return entries.filter(([name, , others]) => fits(name) || others.some(fits)).sort((a, b) => exact(b) - exact(a));
};
const actorItem = ([name, path, others, role, briefings, quotes, disputes]) => make("li", {},
  make("h2", {}, make("a", { href: new URL(path, root).pathname }, name)),
  make("p", { class: "meta" }, dotted([role, others.length ? `also ${others.slice(0, 3).join(", ")}` : "", counted(briefings, "briefing"), quotes ? counted(quotes, "quotation") : "", disputes ? counted(disputes, "dispute") : ""])));

// Pagefind's excerpts are text with <mark> around the hits: anything else in them is text.
const marked = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((child) =>
  child.nodeName === "MARK" ? make("mark", {}, child.textContent) : child.textContent);

const excerptOf = (html) => ["… ", ...marked(html.replace(/^\[…\] /, "")), "\u00a0…"];

// The places on the page that hold the words, or a passage of the whole where they stand below no heading.
const pageItem = ({ url, meta, excerpt, sub_results: parts }) => {
  const places = parts.filter((part) => part.url.includes("#") && part.title !== meta.title).slice(0, 3);
  return make("li", {}, make("h2", {}, make("a", { href: url }, meta.title)), make("p", { class: "meta" }, day(meta.date)),
    places.length ? make("ul", {}, ...places.map((part) => make("li", {}, make("a", { href: part.url }, part.title), ": ", ...excerptOf(part.excerpt))))
      : make("p", {}, ...excerptOf(excerpt)));
};

// A document of quotations or disputes has a heading for each: those are shown below which most of the words were found.
const itemsOf = ({ url, meta, content, anchors, locations }) => {
  const words = content.split(/\s+/), hits = new Set(locations), wanted = state.get("speaker");
  const items = anchors.filter(({ id }) => /^[qe]-/.test(id)).sort((a, b) => a.location - b.location)
    .map(({ id, text, location: start }, at, all) => {
      const end = all[at + 1] ? all[at + 1].location : words.length;
      const found = new Set(words.slice(start, end).filter((_, n) => hits.has(start + n)).map((word) => wordsOf(word).join("").slice(0, 4)));
      return { id, title: text, head: start, start: start + text.trim().split(/\s+/).length, end, found: found.size };
    })
    .filter(({ title }) => kind() !== "quotation" || !wanted || title === wanted);
  const most = Math.max(0, ...items.map((item) => item.found));
  const best = items.filter((item) => item.found === most);
  const mark = (from, to) => {
    const text = [];
    for (let n = from; n < to; n++) text.push(hits.has(n) ? make("mark", {}, words[n]) : words[n], " ");
    return text;
  };
  const show = ({ id, title, head, start, end }) => {
    const first = [...hits].filter((n) => n >= start && n < end).sort((a, b) => a - b)[0] ?? start;
    const from = end - start <= WORDS ? start : Math.max(start, Math.min(first - 15, end - WORDS)), to = Math.min(end, from + WORDS);
    // Pagefind ends a heading and a clause with a full stop of its own; nobody's heading is an ellipsis.
    words[start - 1] = title.trim().split(/\s+/).at(-1);
    if (kind() === "quotation") words[end - 1] = words[end - 1].replace(/\.$/, "");
    const name = /[\p{L}\p{N}]/u.test(title) ? mark(head, start) : ["Not attributed"];
    return make("li", { class: `found-${kind()}` },
      make("h2", {}, make("a", { href: `${url}#${id}` }, ...name)),
      make("blockquote", {}, make("p", {}, ...(from > start ? ["… "] : []), ...mark(from, to), ...(to < end ? ["…"] : []))),
      make("p", { class: "meta" }, dotted([meta.title, day(meta.date)])));
  };
  const shown = best.slice(0, ITEMS).map(show);
  if (best.length > ITEMS) shown.push(make("li", { class: "rest" }, make("a", { href: url }, `${best.length - ITEMS} more in “${meta.title}”`)));
  return { items: shown, count: best.length };
};

const show = async () => {
  const mine = turn, from = list.childElementCount;
  const next = results.slice(shown, shown + PAGE);
  const parts = kind() === "actor" ? next.map((actor) => ({ items: [actorItem(actor)], count: 1 }))
    : (await Promise.all(next.map((result) => result.data()))).map(kind() === "briefing" ? (data) => ({ items: [pageItem(data)], count: 1 }) : itemsOf);
  if (mine !== turn) return;
  list.append(...parts.flatMap((part) => part.items));
  found += parts.reduce((sum, part) => sum + part.count, 0);
  shown += next.length;
  more.hidden = shown >= results.length;
  tell(field.value.trim());
  if (from && list.children[from]) list.children[from].querySelector("a").focus();
};

const tell = (words) => {
  const { among } = KINDS[kind()], one = among.slice(0, -1);
  const { one: item, many = `${item}s` } = KINDS[kind()];
  // What a briefing holds is known when it is loaded: of more results than are shown the status counts those shown.
  const from = shown < results.length ? `the first ${shown} of ${counted(results.length, "briefing")}` : counted(results.length, "briefing");
  const what = item ? `${found.toLocaleString("en")} ${found === 1 ? item : many} from ${from}` : counted(results.length, one);
  const narrowed = chosen().map(([name, value]) => `${FACETS[name].toLowerCase()}: ${value}`).join(", ");
  status.textContent = `${results.length ? what : `Nothing was found among ${among}`}${words ? ` for “${words}”` : ""}${narrowed ? ` (${narrowed})` : ""}.`;
  nothing.hidden = results.length > 0;
  const links = Object.entries(KINDS).filter(([name]) => name !== kind()).map(([name, other]) => make("a", { href: address({ kind: name === "briefing" ? "" : name }) }, other.among));
  const ways = links.flatMap((link, n) => [n === 0 ? "Look among " : n === links.length - 1 ? " or " : ", ", link]);
  const wide = chosen().length ? [", or ", make("a", { href: address(Object.fromEntries(Object.keys(FACETS).map((name) => [name, ""]))) }, "search without narrowing down")] : [];
  nothing.replaceChildren(...ways, ...wide, ".");
};

const suggest = async (words, mine) => {
  const found = kind() === "actor" || !words ? [] : await actors(words);
  if (mine !== turn) return;
  named.hidden = !found.length;
  const links = found.slice(0, NAMES).flatMap(([name, path], n) => [n ? ", " : "", make("a", { href: new URL(path, root).pathname }, name)]);
  const rest = found.length > NAMES ? [" and ", make("a", { href: address({ kind: "actor" }) }, `${found.length - NAMES} more`)] : [];
  named.replaceChildren(found.length === 1 ? "Actor: " : "Actors: ", ...links, ...rest);
};

const run = async () => {
  const mine = ++turn, words = field.value.trim();
  for (const [name, value] of [["q", words], ["sort", order.value]]) if (value) state.set(name, value); else state.delete(name);
  history.replaceState(null, "", address({}));
  kinds.querySelector(`[value=${kind()}]`).checked = true;
  narrow.hidden = kind() === "actor";
  hint.hidden = Boolean(words || chosen().length);
  if (!hint.hidden) {
    list.replaceChildren(); more.hidden = named.hidden = nothing.hidden = true; status.textContent = "";
    return;
  }
  let hits = [];
  try {
    if (kind() === "actor") hits = await actors(words);
    else if (kind() === "briefing" || (await json("search.json")).indexes.includes(KINDS[kind()].among)) {
      const options = { filters: Object.fromEntries(chosen().map(([name, value]) => [filterName(name, value), value])), ...(order.value ? { sort: { date: "desc" } } : {}) };
      ({ results: hits } = await (await engine(KINDS[kind()].folder)).search(words || null, options));
    }
  } catch (error) {
    if (mine === turn) status.textContent = "The search index could not be loaded. It is made when the site is built with `briefings build`.";
    throw error;
  }
  if (mine !== turn) return;
  results = hits;
  shown = found = 0;
  list.replaceChildren();
  await Promise.all([show(), suggest(words, mine)]);
};

field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 200); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
form.addEventListener("change", (event) => {
  const { name, value, dataset: { facet } } = event.target;
  if (name === "kind") { if (value === "briefing") state.delete("kind"); else state.set("kind", value); }
  if (facet) { if (value) state.set(facet, value); else state.delete(facet); }
  if (event.target !== field) run();
});
more.addEventListener("click", show);
narrow.addEventListener("toggle", () => { if (narrow.open) fill(); });
if (chosen().length || order.value) narrow.open = true;
if (!field.value) field.focus({ preventScroll: true });
run();
