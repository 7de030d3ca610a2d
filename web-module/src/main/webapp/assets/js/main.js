/** Starts what the page at hand has. */
import { startArrangeButton } from "./arrange-button.js";
import { startBusy, suggestZone } from "./busy.js";
import { CalendarCard } from "./calendar-card.js";
import { ChartCard } from "./chart-card.js";
import { startDayEnergies } from "./day-energies.js";
import { startDoubt } from "./doubt.js";
import { startDownload } from "./download.js";
import { endDrafts, startDraft } from "./draft.js";
import { showFirstError } from "./first-error.js";
import { FlowCard } from "./flow-card.js";
import { startForm } from "./form.js";
import { startHistory } from "./history.js";
import { Live } from "./live.js";
import { startMenus } from "./menus.js";
import { startKiosk } from "./kiosk.js";
import { startOwnExport } from "./own-export.js";
import { flow, site } from "./page.js";
import { startReaderTime } from "./reader-time.js";
import { startStats } from "./stats-card.js";
import { startSections } from "./sections.js";
import { SystemCards } from "./system-cards.js";
import { startSystemTest } from "./test-system.js";
import { startTheme } from "./theme.js";
import { startTwice } from "./twice.js";
import { startUndo } from "./undo.js";

startMenus();
if (document.documentElement.dataset.kiosk === "1") {
  startKiosk();
}
document.querySelectorAll("[data-theme-switch]").forEach(startTheme);

document.querySelectorAll("time[datetime]").forEach(startReaderTime);

document.querySelectorAll(".stats-card").forEach(startStats);
const flowCard = document.querySelector(".flow-card");
if (flowCard !== null && flow !== null && site !== null && window.echarts) {
  new FlowCard(flowCard, flow);
}
// After those that follow its period.
const chart = document.querySelector(".chart-card");
if (chart !== null && site !== null && window.echarts) {
  new ChartCard(chart);
}
const calendar = document.querySelector(".calendar-card");
if (calendar !== null && site !== null && window.echarts) {
  new CalendarCard(calendar);
}
document.querySelectorAll("[data-sections]").forEach(startSections);
document.querySelectorAll("form[data-checked]").forEach(startForm);
document.querySelectorAll("form[data-busy]").forEach(startBusy);
document.querySelectorAll("form[data-draft]").forEach(startDraft);
document.querySelectorAll("[data-drafts-end]").forEach(endDrafts);
document.querySelectorAll("input[data-own-zone]").forEach(suggestZone);
document.querySelectorAll("[data-backfill]").forEach(startHistory);
document.querySelectorAll("[data-doubt]").forEach(startDoubt);
document.querySelectorAll("[data-test]").forEach(startSystemTest);
document.querySelectorAll("form[data-download]").forEach(startDownload);
document.querySelectorAll("a[data-own-export]").forEach(startOwnExport);
startUndo();
showFirstError();
if (site !== null) {
  document.querySelectorAll(".energies").forEach(startDayEnergies);
}
document.querySelectorAll("[data-twice]").forEach(startTwice);
document.querySelectorAll("[data-arrange]").forEach(startArrangeButton);
new SystemCards(document.querySelectorAll(".system-card"));
const live = document.querySelectorAll("[data-system]");
if (live.length > 0) {
  new Live(live);
}
