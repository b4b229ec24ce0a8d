-- Where callers were when they hung up: what they had heard last was the menu, the queue's music and
-- offers, or an agent. Which words a caller heard last stands in the flow logs only.
--
-- DisconnectReason is CUSTOMER_DISCONNECT when the customer ends a call.
-- https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
SELECT
  CASE
    WHEN is_connected AND coalesce(pre_disconnect_state, '') = 'CONNECTED_ONHOLD' THEN 'on hold'
    WHEN is_connected THEN 'with an agent'
    WHEN is_enqueued THEN 'in the queue'
    ELSE 'before a queue'
  END AS place,
  coalesce(queue, '') AS queue,
  count(*) AS callers,
  avg(queue_seconds) FILTER (WHERE is_enqueued) AS average_wait_seconds
FROM contacts
WHERE disconnect_reason = 'CUSTOMER_DISCONNECT'
GROUP BY 1, 2
ORDER BY 1, 2
