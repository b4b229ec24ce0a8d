import { type Attack, HOURS, set, tell } from "./attack";

const MESSAGE = "aws_connect_hours_of_operation.kwglobal_message";
const QUEUE = "aws_connect_queue.customer_service";
const HOLIDAYS = "aws_lambda_invocation.holidays";

const WEEK = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const daily = (from: number, to: number) =>
  WEEK.map((day) => ({
    ...{ day, start_time: { hours: from, minutes: 0 }, end_time: { hours: to, minutes: 0 } },
  }));

interface Holiday {
  readonly name: string;
  readonly date: string;
  readonly config: readonly object[];
}
const open = (from: number, to: number, minutes = 0) => ({
  StartTime: { Hours: from, Minutes: 0 },
  EndTime: { Hours: to, Minutes: minutes },
});
/** So many days from a Monday on. */
const days = (count: number, config: readonly object[]): Holiday[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2027, 0, 4 + index)).toISOString().slice(0, 10);
    return { name: `x ${date}`, date, config };
  });

interface Schedule {
  name: string;
  hoursOfOperationId: string;
  holidays: Holiday[];
}
const schedules = (change: (all: Schedule[]) => void) =>
  tell("holidays_desired", (desired) => {
    change(desired.schedules as Schedule[]);
  });
const holidays = (change: (all: Holiday[]) => Holiday[]) =>
  schedules((all) => {
    for (const schedule of all) schedule.holidays = change(schedule.holidays);
  });
const becomes = (change: Partial<Holiday>) =>
  holidays((all) => all.map((each) => ({ ...each, ...change })));

/** Hours at which nobody works, and holidays that are none. */
export const OPENING: readonly Attack[] = [
  ["hours without end", set(HOURS, { config: daily(0, 0) }), HOURS, "disrupt", /4 hours before/],
  [
    "hours at night beside those of the day",
    ({ resource }) => {
      const config = resource(HOURS).config as object[];
      resource(HOURS).config = [...config, ...daily(2, 4)];
    },
    HOURS,
    "disrupt",
    /4 hours before/,
  ],
  [
    "more than twice as many hours",
    set(HOURS, { config: daily(6, 22) }),
    HOURS,
    "disrupt",
    /open for 112 hours a week, not 51/,
  ],
  [
    "a message that callers hear on three days",
    ({ resource }) => {
      const { config } = resource(MESSAGE);
      resource(MESSAGE).config = (config as object[]).slice(0, 4);
    },
    MESSAGE,
    "disrupt",
    /isn't always open any more/,
  ],
  [
    "the message's schedule for a queue",
    set(QUEUE, {
      hours_of_operation_id:
        "${aws_connect_hours_of_operation.kwglobal_message.hours_of_operation_id}",
    }),
    QUEUE,
    "disrupt",
    /4 hours before/,
  ],
  [
    "holidays of the message's schedule",
    schedules((all) => {
      all.push({
        name: "any",
        hoursOfOperationId: `\${${MESSAGE}.hours_of_operation_id}`,
        holidays: days(1, []),
      });
    }),
    HOLIDAYS,
    "disrupt",
    /closes any, which is the message's/,
  ],
  [
    "Christmas in January",
    becomes({ date: "2027-01-04" }),
    HOLIDAYS,
    "disrupt",
    /moves Christmas Day from 2027-12-25 to 2027-01-04/,
  ],
  [
    "one of many holidays in another month",
    holidays((all) => [...all.map((each) => ({ ...each, date: "2027-07-05" })), ...days(3, [])]),
    HOLIDAYS,
    "disrupt",
    /moves Christmas Day from 2027-12-25 to 2027-07-05/,
  ],
  [
    "another day in the place of Christmas",
    holidays(() => days(1, [])),
    HOLIDAYS,
    "disrupt",
    /most of the holidays away/,
  ],
  [
    "Christmas in the hours of any day",
    becomes({ config: [open(9, 15)] }),
    HOLIDAYS,
    "disrupt",
    /most of the holidays away/,
  ],
  [
    "Christmas open all day",
    becomes({ config: [open(0, 0)] }),
    HOLIDAYS,
    "disrupt",
    /other hours than those of the week on 2027-12-25/,
  ],
  [
    "days that are open at night only",
    holidays((all) => [...all, ...days(2, [open(2, 4)])]),
    HOLIDAYS,
    "disrupt",
    /other hours than those of the week on 2027-01-04, 2027-01-05/,
  ],
  [
    "weeks of half an hour a day, said four times",
    holidays((all) => [
      ...all,
      ...days(
        21,
        Array.from({ length: 4 }, () => open(9, 9, 30)),
      ),
    ]),
    HOLIDAYS,
    "disrupt",
    /closes KWGlobal business hours on more than 20 more days/,
  ],
  [
    "one schedule twice",
    schedules((all) => {
      const [first] = all;
      if (first) all.unshift({ ...first, holidays: days(300, []) });
    }),
    HOLIDAYS,
    "disrupt",
    /twice of .*kwglobal_business_hours/,
  ],
  [
    "one day twice",
    holidays((all) => [...all, ...days(1, []), ...days(1, [open(9, 12)])]),
    HOLIDAYS,
    "disrupt",
    /twice of 2027-01-04/,
  ],
  [
    "a key that nobody reads",
    schedules((all) => {
      for (const schedule of all) Object.assign(schedule, { timeZone: "UTC" });
    }),
    HOLIDAYS,
    "disrupt",
    /tells the function timeZone/,
  ],
  [
    "statuses by the dozen, none of which can be deleted",
    tell("agent_statuses_desired", (desired) => {
      const statuses = desired.agentStatuses as object[];
      for (let index = 0; index < 11; index++) statuses.push({ name: `x${index}` });
    }),
    "aws_lambda_invocation.agent_statuses",
    "create",
    /makes 11 agent statuses more/,
  ],
  [
    "statuses that are said to be disabled",
    tell("agent_statuses_desired", (desired) => {
      for (const status of desired.agentStatuses as object[]) {
        Object.assign(status, { state: "DISABLED" });
      }
    }),
    "aws_lambda_invocation.agent_statuses",
    "disrupt",
    /tells the function state/,
  ],
  [
    "one quick connect in the place of all",
    tell("queue_quick_connects_desired", (desired) => {
      for (const queue of desired.queues as { quickConnects: object[] }[]) {
        queue.quickConnects = queue.quickConnects.map(() => queue.quickConnects[2] ?? {});
      }
    }),
    "aws_lambda_invocation.queue_quick_connects",
    "disrupt",
    /twice of .*mary_jane/,
  ],
  [
    "a queue twice, the first without quick connects",
    tell("queue_quick_connects_desired", (desired) => {
      const queues = desired.queues as object[];
      queues.unshift({ ...queues[0], quickConnects: [] });
    }),
    "aws_lambda_invocation.queue_quick_connects",
    "disrupt",
    /twice of .*aws_connect_queue\./,
  ],
];
