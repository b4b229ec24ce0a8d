import { showAgents, tickAgents } from "./agents";
import { setUpClock, showClock } from "./clock";
import { follow } from "./connection";
import { setUpDeployment, showDeployment } from "./deployment";
import { byId, setText } from "./dom";
import { setUpFaults, showFaults } from "./faults";
import { setUpFlow, showFlow } from "./flow";
import { setUpFlowEdit } from "./flow-edit";
import { showMessage, tickMessage } from "./message";
import { showQueues, tickQueues } from "./queues";
import { setUpSound, sound } from "./sound";
import { setUpTelephone, showTelephone } from "./telephone";
import { setClock } from "./time";
import { setUpTrace, showContact, showTrace } from "./trace";

/** How often the times on the page go on, in milliseconds. */
const TICK = 250;

setUpTelephone();
setUpClock();
setUpDeployment();
setUpFaults();
setUpFlow();
setUpFlowEdit();
setUpTrace();
setUpSound();

follow((snapshot) => {
  const { clock, telephone, faults, instance } = snapshot;
  showDeployment(snapshot);
  setClock(clock);
  const name = instance ?? "Nothing is deployed yet";
  setText(byId("instance", HTMLElement), name);
  document.title = `${name} · telephone`;
  showTelephone(snapshot);
  showMessage(snapshot);
  showClock();
  showFaults(faults);
  showFlow(snapshot);
  showTrace(telephone.trace);
  showContact(telephone.contact);
  showAgents(snapshot);
  showQueues(snapshot);
  sound(snapshot);
  document.body.dataset.ready = "true";
});

setInterval(() => {
  showClock();
  tickAgents();
  tickQueues();
  tickMessage();
}, TICK);
