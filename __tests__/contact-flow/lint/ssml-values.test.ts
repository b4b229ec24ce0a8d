import { expect } from "chai";

import { judge } from "../../../contact-flow/lint/ssml";

const faults = (body: string): string[] =>
  judge(`<speak>${body}</speak>`).attributes.map(({ message }) => message);

/** Values that AWS's page of the tag has, or that are known only during the contact. */
const RIGHT = [
  "<break/>",
  "<break time='10s'/>",
  "<break time='10000ms'/>",
  "<break time='0.2s'/>",
  "<break strength='x-weak' time='100ms'/>",
  "<break time='$.Attributes.pause'/>",
  "<prosody pitch='-10%' rate='85%' volume='-6dB'>a</prosody>",
  "<prosody volume='x-loud' rate='x-slow' pitch='default'>a</prosody>",
  "<prosody rate='200%'>a</prosody>",
  "<prosody amazon:max-duration='2s'>a</prosody>",
  "<say-as interpret-as='telephone'>2122241555</say-as>",
  "<say-as interpret-as='date' format='mdy'>11/27/2026</say-as>",
  "<phoneme alphabet='ipa' ph='pɪˈkɑːn'>pecan</phoneme>",
  "<phoneme alphabet='x-amazon-pinyin' ph='bo2'>薄</phoneme>",
  "<lang xml:lang='fr-FR'>Bonjour</lang>",
  "<lang xml:lang='en-GB-WLS'>Hello</lang>",
  "<w role='amazon:SENSE_1'>bass</w>",
  "<sub alias='mercury'>Hg</sub>",
  "<mark name='animal'/>",
  "<amazon:effect name='whispered'>a</amazon:effect>",
  "<amazon:effect vocal-tract-length='+15%'>a</amazon:effect>",
  "<amazon:domain name='conversational'>a</amazon:domain>",
];

const WRONG: Readonly<Record<string, string>> = {
  "<break time='11s'/>": 'time="11s" of <break>',
  "<break time='10001ms'/>": 'time="10001ms" of <break>',
  "<break time='5'/>": 'time="5" of <break>',
  "<break time='2 seconds'/>": 'time="2 seconds" of <break>',
  "<break time=''/>": 'time="" of <break>',
  "<break time='-1s'/>": 'time="-1s" of <break>',
  "<break strength='long'/>": 'strength="long" of <break>',
  "<prosody rate='quick'>a</prosody>": 'rate="quick" of <prosody>',
  "<prosody rate='201%'>a</prosody>": 'rate="201%" of <prosody>',
  "<prosody rate='19%'>a</prosody>": 'rate="19%" of <prosody>',
  "<prosody rate='1.5'>a</prosody>": 'rate="1.5" of <prosody>',
  "<prosody rate='Slow'>a</prosody>": 'rate="Slow" of <prosody> (did you mean "slow"?)',
  "<prosody volume='11'>a</prosody>": 'volume="11" of <prosody>',
  "<prosody volume='6dB'>a</prosody>": 'volume="6dB" of <prosody>',
  "<prosody pitch='up'>a</prosody>": 'pitch="up" of <prosody>',
  "<prosody pitch='10%'>a</prosody>": 'pitch="10%" of <prosody>',
  "<say-as interpret-as='digit'>1</say-as>":
    'interpret-as="digit" of <say-as> (did you mean "digits"?)',
  "<say-as>1</say-as>": "<say-as> without interpret-as",
  "<phoneme alphabet='IPA' ph='a'>a</phoneme>": 'alphabet="IPA" of <phoneme> (did you mean "ipa"?)',
  "<phoneme alphabet='ipa'>a</phoneme>": "<phoneme> without ph",
  "<phoneme ph='a'>a</phoneme>": "<phoneme> without alphabet",
  "<lang xml:lang='fr_FR'>a</lang>": 'xml:lang="fr_FR" of <lang> (did you mean "fr-FR"?)',
  "<lang lang='fr-FR'>a</lang>": "<lang> without xml:lang",
  "<w role='VB'>a</w>": 'role="VB" of <w>',
  "<sub>Hg</sub>": "<sub> without alias",
  "<mark/>": "<mark> without name",
  "<amazon:effect name='whisper'>a</amazon:effect>":
    'name="whisper" of <amazon:effect> (did you mean "whispered"?)',
  "<amazon:domain name='music'>a</amazon:domain>": 'name="music" of <amazon:domain>',
};

describe("The values in SSML", () => {
  for (const body of RIGHT) {
    it(`may be those of ${body}`, () => {
      expect(faults(body)).to.deep.equal([]);
    });
  }

  for (const [body, message] of Object.entries(WRONG)) {
    it(`may not be those of ${body}`, () => {
      expect(faults(body)).to.deep.equal([message]);
    });
  }

  it("are told with what would be right, and with the page that says so", () => {
    const [fault] = judge('<speak>a<break time="60s"/></speak>').attributes;
    expect(fault?.fix).to.equal(
      "write a time such as 500ms or 2s, up to 10s (https://docs.aws.amazon.com/polly/latest/dg/break-tag.html)",
    );
  });
});
