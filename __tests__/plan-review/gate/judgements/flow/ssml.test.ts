import { expect } from "chai";

import { unknownTags } from "../../../../../plan-review/gate/judgements/flow/ssml";
import { block, change, end } from "./written";

const plays = (SSML: string, id = "x") => block(id, "MessageParticipant", { SSML });
const said = (ssml: string, before?: string) =>
  unknownTags(change(before === undefined ? [end] : [plays(before), end], [plays(ssml), end]));

describe("the tags of what callers hear", () => {
  it("let the words be heard", () => {
    for (const ssml of [
      "<speak>Hi</speak>",
      '<break/><break time="1.5s"/><break time="500ms" /><break strength="x-weak"/>',
      '<lang xml:lang="en-GB">Hi</lang><p>Hi</p><s>Hi</s>',
      '<prosody pitch="low" rate="slow" volume="loud">Hi</prosody>',
      `<prosody pitch="+5%"  rate = '80%'\n volume="-6dB">Hi</prosody>`,
      '<prosody rate="129%">Hi</prosody>',
      '<say-as interpret-as="telephone">1</say-as><say-as interpret-as="date" format="mdy">1</say-as>',
      '<sub alias="Hi">x</sub>',
      "no tags",
      '<break time="1.25s"/>',
    ]) {
      expect(said(ssml), ssml).to.deep.equal([]);
    }
  });

  it("are named where they may do something else", () => {
    for (const tag of [
      '<prosody volume="silent">',
      '<prosody volume="-7dB">',
      '<prosody volume="+60dB">',
      '<prosody rate="130%">',
      '<prosody rate="79%">',
      '<prosody rate="1000%">',
      '<prosody rate="x-slow">',
      '<prosody pitch="+50%">',
      '<prosody pitch="x-high">',
      '<prosody volume="loud" rate="20%">',
      '<say-as interpret-as="expletive">',
      '<say-as interpret-as="dated">',
      '<say-as format="x">',
      '<break time="1s" onload="x"/>',
      '<break time="long"/>',
      '<break time="x1s"/>',
      '<break strength="xweak"/>',
      '<phoneme ph="x">',
      '<amazon:effect name="whispered">',
      "<!-- Hi -->",
      "<speak foo>",
      '<sub alias="">',
      "<toString>",
      '<p constructor="x">',
      "<p",
      "<!<p>",
      ...['<break time="1sx"/>', '<break strength="weaker"/>', '<prosody pitch="lowest">'],
      ...['<prosody rate="slower">', '<prosody volume="loudest">', '<prosody volume="xloud">'],
      ...['<say-as format="xdm">', '<say-as format="dmx">', '<say-as interpret-as="xdate">'],
    ]) {
      expect(said(tag), tag).to.deep.equal([`${tag} in x`]);
    }
  });

  it("may stay, and count in each prompt of a block", () => {
    const odd = '<amazon:effect name="drc">Hi</amazon:effect>';
    expect(said(odd, odd)).to.deep.equal([]);
    expect(said(odd, "Hi")).to.deep.equal([
      '<amazon:effect name="drc"> in x',
      "</amazon:effect> in x",
    ]);
    expect(said("<speak>Hi</speak>", odd)).to.deep.equal([]);
    const messages = (...all: string[]) =>
      block("x", "MessageParticipantIteratively", { Messages: all.map((SSML) => ({ SSML })) });
    expect(
      unknownTags(change([messages("<w>"), end], [messages("Hi", "<w>", "<mark>"), end])),
    ).to.deep.equal(["<mark> in x"]);
    expect(
      unknownTags(change([end], [block("x", "MessageParticipant", { Text: "<w>" }), end])),
    ).to.deep.equal([]);
  });
});
