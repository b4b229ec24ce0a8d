/** A figure of a metric math expression at one moment; undefined is missing data. */
type Value = number | undefined;

/** What an expression reads. */
export interface Figures {
  /** By id, of this period. */
  readonly values: Readonly<Record<string, Value>>;
  /** When the period begins. */
  readonly at: Date;
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(<=|>=|==|!=|&&|\|\||[-+*/()<>,]))/y;

/** The words of metric math that stand between values. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["AND", "&&"],
  ["OR", "||"],
]);

/** From the loosest to the tightest. */
const LEVELS = [["||"], ["&&"], ["==", "!=", "<", ">", "<=", ">="], ["+", "-"], ["*", "/"]];

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  "||": (a, b) => Number(a !== 0 || b !== 0),
  "&&": (a, b) => Number(a !== 0 && b !== 0),
  "==": (a, b) => Number(a === b),
  "!=": (a, b) => Number(a !== b),
  "<": (a, b) => Number(a < b),
  ">": (a, b) => Number(a > b),
  "<=": (a, b) => Number(a <= b),
  ">=": (a, b) => Number(a >= b),
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

/**
 * Computes an expression of CloudWatch's metric math for one period: arithmetic, comparisons, AND, OR, and
 * the functions IF, FILL, DAY and HOUR.
 *
 * @throws Error that says what of it isn't played.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function compute(expression: string, figures: Figures): Value {
  const parser = new Parser(tokensOf(expression), figures);
  const value = parser.level(0);
  if (parser.next !== undefined) throw new Error(`${parser.next} is unexpected in ${expression}`);
  return value;
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const [, number, word, sign] = TOKEN.exec(expression) ?? [];
    const token = number ?? (word === undefined ? sign : (WORDS.get(word) ?? word));
    if (token === undefined) throw new Error(`${expression.slice(from)} isn't played`);
    tokens.push(token);
  }
  return tokens;
}

class Parser {
  private position = 0;

  public constructor(
    private readonly tokens: readonly string[],
    private readonly figures: Figures,
  ) {}

  public get next(): string | undefined {
    return this.tokens[this.position];
  }

  public level(level: number): Value {
    const operators = LEVELS[level];
    if (operators === undefined) return this.single();
    let left = this.level(level + 1);
    while (this.next !== undefined && operators.includes(this.next)) {
      const operation = OPERATIONS[this.take()];
      const right = this.level(level + 1);
      left = left === undefined || right === undefined ? undefined : operation?.(left, right);
    }
    return left;
  }

  private single(): Value {
    const token = this.take();
    if (token === "(") {
      const value = this.level(0);
      this.expect(")");
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    if (this.next === "(") return this.call(token);
    if (!Object.hasOwn(this.figures.values, token)) throw new Error(`there is no ${token}`);
    return this.figures.values[token];
  }

  private call(name: string): Value {
    this.expect("(");
    const given: Value[] = [this.level(0)];
    while (this.next === ",") {
      this.take();
      given.push(this.level(0));
    }
    this.expect(")");
    const [first, second, third] = given;
    const { at } = this.figures;
    switch (`${name} ${given.length}`) {
      // Where the condition is known and the value isn't, CloudWatch has 0.
      case "IF 3":
        return first === undefined ? undefined : ((first === 0 ? third : second) ?? 0);
      case "FILL 2":
        return first ?? second;
      // Of the moment, whether there is data or not. Monday is 1.
      case "DAY 1":
        return at.getUTCDay() === 0 ? 7 : at.getUTCDay();
      case "HOUR 1":
        return at.getUTCHours();
      default:
        throw new Error(`${name} of ${given.length} isn't played`);
    }
  }

  private take(): string {
    const token = this.next;
    if (token === undefined) throw new Error("the expression ends too soon");
    this.position += 1;
    return token;
  }

  private expect(token: string): void {
    const found = this.take();
    if (found !== token) throw new Error(`${found} stands where ${token} must`);
  }
}
