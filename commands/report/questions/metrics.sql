-- AWS's historical metrics of contacts, by queue, by agent, by half hour, by weekday, by the key that
-- the caller pressed in the menu, and in total: `dimension` says which, `value` which of them.
--
-- Definitions: https://docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html, under the
-- name that stands above each figure. Seconds are whole in contact records.
SELECT
  CASE
    WHEN grouping(queue) = 0 THEN 'queue'
    WHEN grouping(agent) = 0 THEN 'agent'
    WHEN grouping(half_hour) = 0 THEN 'halfHour'
    WHEN grouping(weekday) = 0 THEN 'weekday'
    WHEN grouping(menu_key) = 0 THEN 'key'
    ELSE 'total'
  END AS dimension,
  coalesce(queue, agent, half_hour, CAST(weekday AS varchar), menu_key) AS value,

  -- Contacts created: every contact, whether it came, was made, was transferred or called back.
  count(*) AS created,

  -- Contacts queued: contacts that were placed in the queue.
  count(*) FILTER (WHERE is_enqueued) AS queued,

  -- Contacts handled: contacts that were connected to an agent, however they came there.
  count(*) FILTER (WHERE is_connected) AS handled,

  -- Contacts abandoned: queued contacts that ended without an agent. One that goes on as another contact
  -- (a callback, a transfer) isn't abandoned.
  count(*) FILTER (WHERE is_abandoned) AS abandoned,

  -- Callback contacts, and Callback contacts handled: contacts that a queued callback has begun.
  count(*) FILTER (WHERE initiation_method = 'CALLBACK') AS callbacks,
  count(*) FILTER (WHERE initiation_method = 'CALLBACK' AND is_connected) AS callbacks_handled,

  -- Contacts transferred in, and Contacts transferred out: by agents, and from queue to queue.
  count(*) FILTER (WHERE initiation_method IN ('TRANSFER', 'QUEUE_TRANSFER')) AS transferred_in,
  count(*) FILTER (WHERE is_transferred) AS transferred_out,

  -- Service level X: the contacts that an agent, the caller or a callback took out of the queue in less
  -- than X seconds, of all that were queued. As a fraction; AWS multiplies by 100.
  CAST(count(*) FILTER (WHERE is_enqueued AND queue_seconds < {{serviceLevelSeconds}}) AS double)
    / nullif(count(*) FILTER (WHERE is_enqueued), 0) AS service_level,

  -- Average queue answer time: how long those waited whom an agent answered. Whispers are part of it.
  avg(queue_seconds) FILTER (WHERE is_enqueued AND is_connected) AS average_queue_answer_seconds,

  -- Average queue abandon time: how long those waited who are abandoned.
  avg(queue_seconds) FILTER (WHERE is_abandoned) AS average_queue_abandon_seconds,

  -- Maximum queued time: of all contacts that were queued.
  max(queue_seconds) FILTER (WHERE is_enqueued) AS longest_wait_seconds,

  -- Average agent interaction time: without hold and after-contact work.
  avg(interaction_seconds) FILTER (WHERE is_connected) AS average_interaction_seconds,

  -- Average customer hold time: of the contacts whose record has one.
  avg(hold_seconds) FILTER (WHERE is_connected) AS average_hold_seconds,

  -- Average after contact work time: a contact that was connected and has none counts as 0.
  avg(
    CASE
      WHEN after_contact_work_seconds IS NOT NULL THEN after_contact_work_seconds
      WHEN is_connected THEN 0
    END
  ) AS average_after_contact_work_seconds
FROM (
  SELECT
    contacts.*,
    is_enqueued
      AND NOT is_connected
      AND next_contact_id IS NULL
      AND NOT (is_transferred AND coalesce(pre_disconnect_state, '') = 'IN_QUEUE') AS is_abandoned
  FROM contacts
) AS judged
GROUP BY GROUPING SETS ((queue), (agent), (half_hour), (weekday), (menu_key), ())
ORDER BY 1, 2
