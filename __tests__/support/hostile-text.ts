import * as fc from "fast-check";

/** Pieces of texts that mean something to GitHub, to Markdown, to HTML, to a log or to a terminal. */
const PIECES = [
  ..."@kwglobal/all|@mary|&#64;mary|&commat;mary|#1|GH-1|kwglobal/contact-center#1|mary@0123abc".split(
    "|",
  ),
  "0123456789abcdef0123456789abcdef01234567",
  ...["https://evil.example/", "www.evil.example", "mary@evil.example", ":smile:", "$x$", "$$"],
  ...["![x](https://evil.example/p.png)", "[x](https://evil.example)", "[x]: https://evil.example"],
  ...[
    "<img src=x>",
    "<!-- kwglobal plan of this pull request -->",
    "<!--",
    "</details>",
    "</summary>",
  ],
  ...[
    "<details>",
    "<h1>",
    "<br>",
    "&lt;",
    "]]>",
    "```",
    "````",
    "~~~",
    "`",
    "``",
    "**",
    "*",
    "_",
    "~~",
  ],
  ...[
    "# h",
    "### prod: no changes",
    "---",
    "===",
    "> [!NOTE]",
    "- x",
    "1. x",
    "    x",
    "|a|b|",
    "|-|-|",
  ],
  ...[
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "\v",
    "\f",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u00a0",
    "\u3000",
  ],
  ...[
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u0000",
    "\u001b[2J",
    "\u009b2J",
    "\ud800",
  ],
  ...[
    "::set-output name=changes-prod::false",
    "::add-mask::destroyed",
    "##[error]x",
    "::stop-commands::x",
  ],
  ...[
    "%0A::error::x",
    "###[group]x",
    "e\u0301\u0301\u0301\u0301\u0301",
    "\u3164",
    "ﬂ°°60¶ß",
    '"',
    "'",
    "\\",
  ],
  ...[
    "%%{init: {}}%%",
    "-->",
    "|",
    "fa:fa-car",
    "#lt;",
    "click b0 href",
    "{{x}}",
    "prod",
    "no changes",
    ".",
  ],
];

/** Any character. Fast-check's own unit "binary" takes seconds to be made: it writes down all of them. */
const CHARACTER = fc
  .oneof(fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

/** A text of somebody who means harm: short, of such pieces and of any characters. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: CHARACTER, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9]{1,8}$/) },
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));
