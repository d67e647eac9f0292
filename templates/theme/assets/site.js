// The switch between light and dark, the key that leads to the search, and links into what is folded away.
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".appearance");
  const order = ["", "light", "dark"];
  const names = { "": "as the system has it", light: "light", dark: "dark" };
  const show = () => {
    button.setAttribute("aria-label", `Appearance: ${names[root.dataset.appearance || ""]}`);
    button.title = button.getAttribute("aria-label");
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.appearance || "") + 1) % order.length];
    if (next) root.dataset.appearance = next; else delete root.dataset.appearance;
    try {
      if (next) localStorage.setItem("appearance", next); else localStorage.removeItem("appearance");
    } catch { /* not remembered, but changed */ }
    show();
  });
  show();

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const field = document.querySelector("input[type=search]");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  const unfold = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = place && place.closest("details:not([open])");
    if (folded) { folded.open = true; place.scrollIntoView(); }
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
