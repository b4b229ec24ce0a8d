/**
 * How wide DejaVu Sans draws the characters of ASCII from the space on, in thousandths of the font's size
 * (its hmtx table, version 2.37). It is the widest of the fonts that a reader without Inter or Segoe UI is
 * likely to have: what fits in it fits in the others.
 */
const REGULAR =
  "318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838";
const BOLD =
  "348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696 696 696 400 400 838 838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850 733 850 770 720 682 812 774 1103 771 724 725 457 365 457 838 500 500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 716 493 595 478 712 652 924 645 652 582 712 365 712 838";

const widths = (table: string): readonly number[] => table.split(" ").map(Number);
const WIDTHS = { regular: widths(REGULAR), bold: widths(BOLD) };

/** Chinese, Japanese, Korean and emoji take a square, what else isn't ASCII about as much as a capital letter. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]|\p{Extended_Pictographic}/u;
const SQUARE = 1_050;
const CAPITAL = { regular: 800, bold: 900 };

/** A weight and a size in pixels. */
export interface Font {
  readonly weight: "regular" | "bold";
  readonly size: number;
}

/** How wide a text is at most, in pixels. */
export function widthOf(text: string, { weight, size }: Font): number {
  let width = 0;
  for (const sign of text) {
    const ascii = WIDTHS[weight][(sign.codePointAt(0) ?? 0) - 32];
    width += ascii ?? (WIDE.test(sign) ? SQUARE : CAPITAL[weight]);
  }
  return (width * size) / 1_000;
}

/** As much of a text as has room in a width, from its beginning; at least one character. */
function beginning(text: string, font: Font, width: number): string {
  let fits = "";
  for (const sign of text) {
    if (fits !== "" && widthOf(fits + sign, font) > width) break;
    fits += sign;
  }
  return fits;
}

/** A text that ends with an ellipsis where it is too long for a width. */
export function cut(text: string, font: Font, width: number): string {
  if (widthOf(text, font) <= width) return text;
  return `${beginning(text, font, width - widthOf("…", font)).trimEnd()}…`;
}

/** Breaks a text into lines between words; a word that is too long for a line is broken, too. */
export function wrap(text: string, font: Font, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    for (let part = beginning(line, font, width); part !== line;) {
      lines.push(part);
      line = line.slice(part.length);
      part = beginning(line, font, width);
    }
  }
  return line === "" ? lines : [...lines, line];
}
