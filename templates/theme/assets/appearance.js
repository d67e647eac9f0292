// Light or dark before the first paint, so that nothing flashes: the reader's choice, else the system's.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let choice = null;
  try { choice = localStorage.getItem("appearance"); } catch { /* storage is forbidden: the system decides */ }
  if (choice === "light" || choice === "dark") root.dataset.appearance = choice;
})();
