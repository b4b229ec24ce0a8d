/**
 * A viewer that doesn't know CSS variables, such as librsvg, keeps the declaration before the one that it
 * can't read: the same in light colours.
 */
function withPlainColours(style: string): string {
  const light = new Map(
    [...style.slice(0, style.indexOf("}")).matchAll(/(--[\w-]+):([^;}]+)/g)].map(
      ([, name = "", colour = ""]) => [name, colour],
    ),
  );
  return style.replace(
    /(fill|stroke):var\((--[\w-]+)\)/g,
    (declaration, property: string, name: string) => {
      const colour = light.get(name);
      if (colour === undefined) throw new Error(`the picture's style has no light colour ${name}`);
      return `${property}:${colour};${declaration}`;
    },
  );
}

const TONES = ["speak", "set", "branch", "move", "end"];
const ofEachTone = (rule: (tone: string) => string): string => TONES.map(rule).join("");

/**
 * The look of a flow's picture. Colours are variables, so that dark mode and a page that embeds
 * the picture can change them; the fonts are those that a reader already has. The sizes are those that
 * cards.ts measures by.
 */
export const STYLE = withPlainColours(
  `
.flow{--paper:#fbfaf7;--face:#fff;--ink:#1d2530;--soft:#5b6675;--frame:#d9d6cd;--way:#3f4a59;--quiet:#b1b5ba;--quiet-ink:#6b7480;--speak:#2f6fb2;--set:#5d6672;--branch:#8f5708;--move:#5b4fb0;--end:#a93a34;--taken:#1f8a55;--missed:#d1483f}
@media (prefers-color-scheme:dark){.flow{--paper:#14181d;--face:#1d232b;--ink:#e8ebef;--soft:#a4aebb;--frame:#333c47;--way:#aab4c0;--quiet:#535f70;--quiet-ink:#8f9aa8;--speak:#6aa8e6;--set:#a0aab7;--branch:#dba046;--move:#a598f0;--end:#ea7d76;--taken:#4cc38a;--missed:#f0736b}}
.flow text{font-family:Inter,"Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
.flow .paper{fill:var(--paper)}
.flow .title{font-size:21px;font-weight:650;letter-spacing:-.01em}
.flow .subtitle{font-size:13px;fill:var(--soft)}
.flow .face{fill:var(--face)}
.flow .frame{fill:none;stroke:var(--frame);stroke-width:1}
.flow .head{opacity:.14}
${ofEachTone((tone) => `.flow .${tone} .head,.flow .${tone} .block{fill:var(--${tone})}.flow .${tone}.running .frame{stroke:var(--${tone})}`)}
.flow .block{font-size:12.5px;font-weight:650}
.flow .name{font-size:12px;font-weight:600}
.flow .line{font-size:12px;fill:var(--soft)}
.flow .exit{font-size:11.5px;text-anchor:end}
.flow .exit.error{fill:var(--quiet-ink)}
.flow .port{fill:var(--face);stroke:var(--way);stroke-width:1.4}
.flow .port.error{stroke:var(--quiet)}
.flow .way{fill:none;stroke:var(--way);stroke-width:1.8}
.flow .way.error{stroke:var(--quiet);stroke-width:1}
.flow .tip path{fill:var(--way)}.flow .tip.error path{fill:var(--quiet)}.flow .tip.taken path{fill:var(--taken)}.flow .tip.missed path{fill:var(--missed)}
.flow .start{fill:var(--way)}
.flow .way.taken{stroke:var(--taken)}.flow .way.missed{stroke:var(--missed);stroke-width:2;stroke-dasharray:5 4}
.flow .port.taken{stroke:var(--taken)}.flow .port.missed{stroke:var(--missed)}
.flow .exit.missed{fill:var(--missed);font-weight:650}
.flow .card.missed .frame{stroke:var(--missed);stroke-width:2;stroke-dasharray:5 4}.flow .card.taken .frame{stroke:var(--taken)}
.flow .card.running .frame{stroke-width:3}
@media print{.flow{--paper:#fff}}
`.trim(),
);
