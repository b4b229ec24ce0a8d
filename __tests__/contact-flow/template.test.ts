import { expect } from "chai";

import {
  renderTemplate,
  type RenderOptions,
  TemplateError,
  tryTemplate,
} from "../../contact-flow/template";

const OPTIONS: RenderOptions = {
  file: "flow-templates/test.json",
  values: {},
  resources: {
    queue: { names: ["Sales", "Support"], idOf: (name) => `arn-of-${name.toLowerCase()}` },
    prompt: { names: ["Beep.wav"], idOf: () => "arn-of-beep" },
  },
};

const render = (template: unknown, options: Partial<RenderOptions> = {}): unknown =>
  JSON.parse(renderTemplate(JSON.stringify(template), { ...OPTIONS, ...options }));

const faults = (template: unknown, options: Partial<RenderOptions> = {}): readonly string[] => {
  try {
    render(template, options);
    return [];
  } catch (error) {
    return (error as TemplateError).message.split("\n  - ").slice(1);
  }
};

describe("A flow template", () => {
  it("is rendered with the ids behind the names in its holes", () => {
    expect(render({ QueueId: "{{queue:Sales}}" })).to.deep.equal({ QueueId: "arn-of-sales" });
  });

  it("takes values: text inside text, and lists as a whole", () => {
    const values = { hours: "9 to 5", recorded: ["Agent"] };
    expect(render({ Text: "Open {{hours}}.", List: "{{recorded}}" }, { values })).to.deep.equal({
      Text: "Open 9 to 5.",
      List: ["Agent"],
    });
  });

  it("repeats an object for each entry of a list, in place", () => {
    const values = {
      menu: [
        { key: "1", queue: "Sales" },
        { key: "2", queue: "Support" },
      ],
    };
    const template = [
      "first",
      { ForEach: "menu", Key: "{{menu.key}}", QueueId: "{{queue:{{menu.queue}}}}" },
      "last",
    ];
    expect(render(template, { values })).to.deep.equal([
      "first",
      { Key: "1", QueueId: "arn-of-sales" },
      { Key: "2", QueueId: "arn-of-support" },
      "last",
    ]);
  });

  it("draws repeated blocks below one another", () => {
    const values = { menu: [{ key: "1" }, { key: "2" }] };
    const template = { "Key {{menu.key}}": { ForEach: "menu", position: { x: 10, y: 20 } } };
    expect(render(template, { values })).to.deep.equal({
      "Key 1": { position: { x: 10, y: 20 } },
      "Key 2": { position: { x: 10, y: 220 } },
    });
  });

  it("escapes its own text and its values, never the ids", () => {
    const escape = (text: string) => text.replaceAll("$", "$$$$");
    const resources = { queue: { names: ["Sales"], idOf: () => "${sales.arn}" } };
    const values = { price: "$5" };
    expect(
      render({ Text: "${x} {{price}} {{queue:Sales}}" }, { escape, resources, values }),
    ).to.deep.equal({ Text: "$${x} $$5 ${sales.arn}" });
  });

  it("is refused when a hole names nothing, with what there is", () => {
    expect(faults({ A: [{ QueueId: "{{queue:Sale}}" }], B: "{{que:Sales}}" })).to.deep.equal([
      'A[0].QueueId: there is no queue named "Sale" (did you mean "Sales"?); there are: Sales, Support',
      'B: a hole names one of queue, prompt, got "que"',
    ]);
  });

  it("is refused when a value is missing", () => {
    expect(faults({ Text: "Open {{hours}}" }, { values: { menu: [{ key: "1" }] } })).to.include(
      "Text: no text for the hole {{hours}}; values: menu",
    );
  });

  it("is refused when a value fills no hole, a field of an entry too", () => {
    const values = { hours: "9 to 5", menu: [{ key: "1", queue: "Sales" }] };
    const template = [{ ForEach: "menu", Key: "{{menu.key}}" }];
    expect(faults(template, { values })).to.deep.equal([
      "values.hours: fills no hole: write {{hours}} in flow-templates/test.json or drop it",
      "values.menu.queue: fills no hole: write {{menu.queue}} in flow-templates/test.json or drop it",
    ]);
  });

  it("tells a misspelt hole once, with the value that was meant", () => {
    expect(faults({ Text: "{{hour}}" }, { values: { hours: "9 to 5" } })).to.deep.equal([
      'Text: no text for the hole {{hour}} (did you mean "hours"?); values: hours',
    ]);
  });

  it("tells a wrong value at the value, once for all of its places", () => {
    const values = { menu: [{ queue: "Sales" }, { queue: "Suport" }] };
    const repeated = { ForEach: "menu", QueueId: "{{queue:{{menu.queue}}}}" };
    expect(faults([repeated, repeated], { values })).to.deep.equal([
      'values.menu[1].queue: there is no queue named "Suport" (did you mean "Support"?); there are: Sales, Support',
    ]);
  });

  it("tells two entries that would name two blocks alike", () => {
    const values = { menu: [{ key: "1" }, { key: "2" }, { key: "1" }] };
    const Actions = [{ ForEach: "menu", Identifier: "Key {{menu.key}}" }];
    expect(faults({ Actions }, { values })).to.deep.equal([
      'values.menu[2].key: must differ from values.menu[0].key, got "1" twice: both would name the block "Key 1"',
    ]);
  });

  it("knows where each place of what it renders comes from", () => {
    const values = { menu: [{ key: "1" }, { key: "2" }], texts: ["a", "b"] };
    const template = {
      Actions: [
        { ForEach: "menu", Operands: ["{{menu.key}}"] },
        { Text: "x", List: "{{texts}}" },
      ],
    };
    const { originOf } = tryTemplate(JSON.stringify(template), { ...OPTIONS, values });
    const second = { place: "values.menu[1].key", text: "2" };
    expect(originOf("Actions[1].Operands[0]").value).to.deep.equal(second);
    expect(originOf("Actions[1].Operands").value).to.deep.equal(second);
    expect(originOf("Actions[2].Text")).to.deep.equal({ template: "Actions[1].Text" });
    expect(originOf("Actions[2].Missing.Deep")).to.deep.equal({
      template: "Actions[1].Missing.Deep",
    });
    expect(originOf("Actions[2].List[1]").value).to.deep.equal({
      place: "values.texts[1]",
      text: "b",
    });
    expect(originOf("Actions[2].List").value).to.equal(undefined);
  });

  it("asks for what a part that is left out would have asked for", () => {
    const template = {
      A: { ForEach: "outer", B: { ForEach: "inner", C: "{{inner.c}} {{text}}" } },
    };
    expect(render(template, { values: { outer: [], inner: [], text: "said" } })).to.deep.equal({});
  });

  it("leaves out what it repeats for each of none", () => {
    const template = {
      A: "1",
      B: { ForEach: "menu", Key: "{{menu.key}}" },
      C: [{ ForEach: "menu" }],
    };
    const rendered = renderTemplate(JSON.stringify(template), { ...OPTIONS, values: { menu: [] } });
    expect(JSON.parse(rendered)).to.deep.equal({ A: "1", C: [] });
  });

  it("is refused when it holds an ARN or a UUID", () => {
    const arn = "arn:aws:connect:us-east-1:111122223333:instance/i/queue/q";
    const uuid = "6fb0a1f0-52e0-4d5c-8c1b-1a9b7f5e2a11";
    expect(faults({ A: arn, B: `x ${uuid}` })).to.deep.equal([
      `A: a literal ARN names a resource of one instance only, write a hole such as {{queue:Name}}: "${arn}"`,
      `B: a literal UUID names a resource of one instance only, write a hole such as {{queue:Name}}: "x ${uuid}"`,
    ]);
  });

  it("keeps the UUIDs by which the console names blocks, comments and the conditions that it draws", () => {
    const [block, condition, comment] = [1, 2, 3].map(
      (each) => `6fb0a1f0-52e0-4d5c-8c1b-1a9b7f5e2a1${each}`,
    ) as [string, string, string];
    const flow = {
      StartAction: block,
      Actions: [{ Identifier: block }],
      Metadata: {
        ActionMetadata: { [block]: { conditionMetadata: [{ id: condition, value: "1" }] } },
        Annotations: [{ id: comment }],
      },
    };
    expect(render(flow, {})).to.deep.equal(flow);
  });

  it("is refused when it is not JSON, or repeats what is no list", () => {
    expect(() => renderTemplate('{\n  "A": 1,,\n}', OPTIONS)).to.throw(
      TemplateError,
      /^flow-templates\/test.json:2:10 can't be rendered:\n {2}- not valid JSON: property name expected$/,
    );
    expect(faults([{ ForEach: "hours" }], { values: { hours: "9" } })).to.include(
      "[0]: ForEach must name one of the flow's lists (hours), got hours",
    );
  });

  it("is refused when an object has a key twice, with the line of the second", () => {
    expect(() =>
      renderTemplate('{\n  "A": "1",\n  "B": { "A": "2" },\n  "A": "3"\n}', OPTIONS),
    ).to.throw(
      TemplateError,
      /- line 4: "A" stands there for the second time: delete the one that isn't meant$/,
    );
  });

  describe("with a block that may be left out", () => {
    const template = {
      StartAction: "Notice",
      Actions: [
        {
          ForEach: "notice",
          Otherwise: "Greeting",
          Identifier: "Notice",
          Text: "{{notice.text}}",
          Transitions: { NextAction: "Greeting" },
        },
        {
          ForEach: "greeting",
          Otherwise: "Menu",
          Identifier: "Greeting",
          Text: "{{greeting.text}}",
        },
        { Identifier: "Menu", Transitions: { Errors: [{ NextAction: "Notice" }] } },
      ],
    };
    const flow = (values: RenderOptions["values"]) =>
      render(template, { values }) as { StartAction: string; Actions: readonly unknown[] };

    it("has it when its list has an entry", () => {
      const { StartAction, Actions } = flow({ notice: [{ text: "Hear" }], greeting: [] });
      expect(StartAction).to.equal("Notice");
      expect(Actions).to.deep.equal([
        { Identifier: "Notice", Text: "Hear", Transitions: { NextAction: "Menu" } },
        { Identifier: "Menu", Transitions: { Errors: [{ NextAction: "Notice" }] } },
      ]);
    });

    it("leads past it when its list is empty, and past the next one that is left out", () => {
      const { StartAction, Actions } = flow({ notice: [], greeting: [] });
      expect(StartAction).to.equal("Menu");
      expect(Actions).to.deep.equal([
        { Identifier: "Menu", Transitions: { Errors: [{ NextAction: "Menu" }] } },
      ]);
    });

    it("is refused when what comes instead isn't there, though the list is full", () => {
      const [notice, ...others] = template.Actions;
      const values = { notice: [{ text: "Hear" }], greeting: [] };
      expect(
        faults({ Actions: [{ ...notice, Otherwise: "Greetings" }, ...others] }, { values }),
      ).to.deep.equal([
        'Actions[0].Otherwise: must name another block of the template, got "Greetings" (did you mean "Greeting"?)',
      ]);
    });
  });
});
