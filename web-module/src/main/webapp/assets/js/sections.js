/** A page of sections with links to them: marks the link of the section that is read, and shows what a form has said. */
const READ_LINE = 0.35;

function current(sections) {
  const line = innerHeight * READ_LINE;
  const begun = sections.filter((section) => section.getBoundingClientRect().top <= line);
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  return isAtEnd ? sections.at(-1) : begun.at(-1) ?? sections[0];
}

function mark(links, section) {
  for (const link of links) {
    const isCurrent = link.hash === `#${section.id}`;
    if (isCurrent && link.getAttribute("aria-current") !== "true") {
      // Along the row only; the page itself stays where its reader is.
      link.parentElement.scrollTo({ left: link.offsetLeft - link.parentElement.clientWidth / 3 });
    }
    link.setAttribute("aria-current", isCurrent);
  }
}

export function startSections(page) {
  const links = [...page.querySelectorAll("nav a")];
  const sections = links.map((link) => document.querySelector(link.hash));
  const follow = () => mark(links, current(sections));
  addEventListener("scroll", follow, { passive: true });
  addEventListener("resize", follow);
  page.querySelector(".notice")?.scrollIntoView({ block: "center" });
  follow();
}
