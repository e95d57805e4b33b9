"""Buttons that copy a text: the text stands in the button as data, and never enters a script.

Where a page is not served securely the browser has no clipboard for scripts; the older way is then taken.
"""

import streamlit as st

from ui.safe_text import escaped

SCRIPT = """<script>
if (!window.copies) {
  window.copies = true;
  const told = document.createElement("div");  // read out by screen readers
  told.setAttribute("role", "status");
  told.className = "unseen";
  document.body.append(told);
  const say = (button, words) => {
    const before = button.dataset.label ?? (button.dataset.label = button.textContent);
    button.textContent = told.textContent = words;
    setTimeout(() => { button.textContent = before; told.textContent = ""; }, 3000);
  };
  const olderWay = text => {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not copied");
  };
  document.addEventListener("click", async event => {
    const button = event.target.closest?.("button.copy");
    if (!button) return;
    let text = button.dataset.copy ?? "";
    if (button.dataset.link) text = new URL(button.dataset.link, document.location.href).href;
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(text); else olderWay(text);
      say(button, "Copied");
    } catch {
      try { olderWay(text); button.focus(); say(button, "Copied"); }
      catch { say(button, "Not copied: your browser does not allow it"); }
    }
  });
}
</script>"""


def copy_button(label: str, text: str, described_by: str = "") -> str:
    """A button that copies a text. `described_by`: the id of what says which text it is."""
    described = f' aria-describedby="{escaped(described_by)}"' if described_by else ""
    return f'<button type="button" class="copy" data-copy="{escaped(text)}"{described}>{escaped(label)}</button>'


def link_button(label: str, address: str) -> str:
    """A button that copies the whole address of a place in this site, given relative to the page."""
    return f'<button type="button" class="copy" data-link="{escaped(address)}">{escaped(label)}</button>'


def draw_copying() -> None:
    """What makes the buttons work; once on a page is enough."""
    st.html(SCRIPT, unsafe_allow_javascript=True)
