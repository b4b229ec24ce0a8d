-- Every contact once, by its latest update.
--
-- Amazon Connect delivers a contact record at least once, and again when something is added to it: the
-- copy with the latest LastUpdateTimestamp counts. A transfer or a callback is a contact of its own, which
-- the record before it names as its NextContactId; each counts for itself, as in AWS's metrics.
-- https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
--
-- A contact belongs to the half hour and the day in which it ended, as in AWS's historical metrics, which
-- count it when it disconnects. https://docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html
SELECT
  contact_id,
  queue,
  agent,
  menu_key,
  initiation_method,
  disconnect_reason,
  pre_disconnect_state,
  next_contact_id,
  is_enqueued,
  is_connected,
  is_transferred,
  queue_seconds,
  interaction_seconds,
  hold_seconds,
  after_contact_work_seconds,
  ended_at,
  substr(CAST(ended_at AS varchar), 1, 10)
    || 'T'
    || substr(CAST(ended_at AS varchar), 12, 2)
    || CASE WHEN extract(MINUTE FROM ended_at) < 30 THEN ':00' ELSE ':30' END AS half_hour,
  -- 1 is Monday; so was 1 January 2001.
  CAST(mod(date_diff('day', DATE '2001-01-01', CAST(ended_at AS date)), 7) + 1 AS integer) AS weekday
FROM (
  SELECT
    contactid AS contact_id,
    queue.name AS queue,
    agent.username AS agent,
    attributes.menukey AS menu_key,
    initiationmethod AS initiation_method,
    disconnectreason AS disconnect_reason,
    predisconnectstate AS pre_disconnect_state,
    nextcontactid AS next_contact_id,
    queue.enqueuetimestamp IS NOT NULL AS is_enqueued,
    agent.connectedtoagenttimestamp IS NOT NULL AS is_connected,
    transfercompletedtimestamp IS NOT NULL AS is_transferred,
    queue.duration AS queue_seconds,
    agent.agentinteractionduration AS interaction_seconds,
    agent.customerholdduration AS hold_seconds,
    agent.aftercontactworkduration AS after_contact_work_seconds,
    -- Records are in UTC, and so is the session, in Athena and here.
    CAST(
      CAST(
        CAST(
          replace(
            replace(coalesce(disconnecttimestamp, initiationtimestamp, lastupdatetimestamp), 'T', ' '),
            'Z',
            ''
          ) AS timestamp
        ) AS timestamp WITH time zone
      ) AT TIME ZONE '{{timeZone}}' AS timestamp
    ) AS ended_at,
    row_number() OVER (
      PARTITION BY contactid
      ORDER BY
        CAST(replace(replace(lastupdatetimestamp, 'T', ' '), 'Z', '') AS timestamp) DESC NULLS LAST,
        -- Two copies of one moment: the one that knows more.
        disconnecttimestamp DESC NULLS LAST,
        agent.aftercontactworkduration DESC NULLS LAST
    ) AS copy
  FROM contact_records
) AS copies
WHERE copy = 1
  AND coalesce(ended_at >= TIMESTAMP '{{from}} 00:00:00', true)
  AND coalesce(ended_at < TIMESTAMP '{{to}} 00:00:00', true)
