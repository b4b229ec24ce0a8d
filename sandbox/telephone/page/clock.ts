import { post } from "./connection";
import { byId, setText } from "./dom";
import * as time from "./time";

/** The clock: what it shows, its speed, and the ways to change it. */
export function setUpClock(): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-skip]")) {
    each.addEventListener("click", () => {
      void post("clock/skip", { seconds: Number(each.dataset.skip) });
    });
  }
  for (const each of document.querySelectorAll<HTMLElement>("[data-day]")) {
    each.addEventListener("click", () => {
      const days = (Number(each.dataset.day) - time.localDay() + 7) % 7;
      void post("clock/set", { to: `${time.localDate(days)}T${each.dataset.time ?? ""}` });
    });
  }
  byId("next-event", HTMLButtonElement).addEventListener("click", () => {
    void post("clock/next");
  });
  // On a telephone's own screen the clock would push everything else away.
  const narrow = matchMedia("(max-width: 720px)");
  const fold = () => {
    byId("clock-controls", HTMLDetailsElement).open = !narrow.matches;
  };
  narrow.addEventListener("change", fold);
  fold();
  const moment = byId("moment", HTMLInputElement);
  moment.addEventListener("change", () => {
    if (moment.value !== "") void post("clock/set", { to: moment.value });
  });
  byId("speeds", HTMLElement).addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) void post("clock/speed", { speed: +target.value });
  });
}

/** Shows the time and its speed. */
export function showClock(): void {
  const at = time.now();
  const face = byId("time", HTMLTimeElement);
  const day = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  const hour = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  setText(face, `${time.format(at, day).replace(",", "")} · ${time.format(at, hour)}`);
  face.dateTime = new Date(at).toISOString();
  setText(byId("zone", HTMLElement), time.timeZone().replaceAll("_", " "));
  for (const each of document.querySelectorAll<HTMLInputElement>("#speeds input")) {
    each.checked = Number(each.value) === time.speed();
  }
}
