"use strict";
(() => {
  const form = document.querySelector(".filter");
  if (!form) return;
  const levels = ["error", "warning", "info"];
  const output = form.querySelector("output");
  const byId = new Map([...document.querySelectorAll(".finding")].map((finding) => [finding.id, finding]));
  const refs = [...document.querySelectorAll(".ref")];
  const marks = [...document.querySelectorAll("mark")].map((mark) => ({
    mark,
    findings: mark.dataset.findings.split(" ").map((id) => byId.get(id)),
  }));

  function apply() {
    const off = new Set([...form.querySelectorAll("input:not(:checked)")].map((input) => input.value));
    let shown = 0;
    for (const finding of byId.values()) {
      finding.hidden = off.has(finding.dataset.level) || off.has(finding.dataset.category);
      shown += finding.hidden ? 0 : 1;
    }
    for (const ref of refs) ref.hidden = byId.get(ref.hash.slice(1)).hidden;
    for (const { mark, findings } of marks) {
      const visible = findings.filter((finding) => !finding.hidden).map((finding) => finding.dataset.level);
      mark.classList.toggle("off", visible.length === 0);
      if (visible.length) mark.dataset.level = levels.find((level) => visible.includes(level));
    }
    output.textContent =
      shown === byId.size ? `Alla ${shown} anm\u00e4rkningar visas.` : `${shown} av ${byId.size} anm\u00e4rkningar visas.`;
  }

  // A click on the words leads where the number beside them does.
  for (const { mark, findings } of marks) {
    mark.addEventListener("click", () => {
      const first = findings.find((finding) => !finding.hidden);
      if (first && getSelection().isCollapsed) location.hash = first.id;
    });
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
