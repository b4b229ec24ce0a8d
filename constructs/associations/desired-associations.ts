import type { DesiredState } from "../../lambda-src/connect-associations/desired-state";
import type { ContactCenterValue } from "../value/contact-center-value";
import type { Directory } from "../connect/directory";
import { connectOverride, overrideName } from "../value/holidays";
import { connectForm } from "../value/evaluation-forms";
import type { Instance } from "../connect/instance";
import type { PhoneNumber } from "../connect/phone-number";

/** What the associations refer to. */
export interface DesiredAssociationsProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** The center's value. */
  readonly center: ContactCenterValue;
  /** The number that callers dial. */
  readonly number: PhoneNumber;
}

/** What provider 5.100.0 has no resource for, by the name that our own resource for it gets. */
export function desiredAssociations(
  directory: Directory,
  { instance: { instanceId }, center, number }: DesiredAssociationsProps,
): Readonly<Record<string, DesiredState>> {
  return {
    AgentStatuses: { kind: "agentStatuses", instanceId, agentStatuses: center.agentStatuses },
    QueueQuickConnects: {
      kind: "queueQuickConnects",
      instanceId,
      queues: center.queues.map(({ name, quickConnects }) => ({
        name,
        queueId: directory.queue(name).queueId,
        quickConnects: quickConnects.map((quickConnect) => ({
          name: quickConnect,
          quickConnectId: directory.quickConnectId(quickConnect),
        })),
      })),
    },
    PhoneNumberFlow: {
      kind: "phoneNumberFlow",
      instanceId,
      phoneNumberId: number.phoneNumberId,
      phoneNumberArn: number.phoneNumberArn,
      flow: {
        name: center.phoneNumber.flow,
        contactFlowId: directory.flow(center.phoneNumber.flow).contactFlowId,
      },
    },
    Holidays: {
      kind: "holidays",
      instanceId,
      schedules: center.hoursOfOperation
        .map(({ name, holidays = [] }) => ({
          name,
          hoursOfOperationId: directory.hoursOfOperation(name).hoursOfOperationId,
          holidays: holidays.map((holiday) => ({
            name: overrideName(holiday),
            date: holiday.date,
            config: connectOverride(holiday).Config,
          })),
        }))
        .filter(({ holidays }) => holidays.length > 0),
    },
    ContactLensRules: {
      kind: "contactLensRules",
      instanceId,
      rules: center.contactLensRules ?? [],
    },
    EvaluationForms: {
      kind: "evaluationForms",
      instanceId,
      forms: (center.evaluationForms ?? []).map(connectForm),
    },
  };
}
