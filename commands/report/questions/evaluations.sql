-- Every submitted evaluation once, by its latest submission, with the name of the agent who is judged.
--
-- Amazon Connect writes a file for each submission, and may write one submission to two places.
-- https://docs.aws.amazon.com/connect/latest/adminguide/evaluationforms-example-output-file.html
--
-- An evaluation belongs to the day on which it was submitted. It names the agent by an id: the user name is
-- that of the contact's own record, or of any other contact of that agent; without one, the id stands.
SELECT
  evaluation_id,
  form,
  coalesce(contacts_agent.agent, agents.agent, copies.agent_id) AS agent,
  score,
  is_failed,
  questions
FROM (
  SELECT
    evaluationid AS evaluation_id,
    metadata.contactid AS contact_id,
    metadata.agentid AS agent_id,
    metadata.evaluationdefinitiontitle AS form,
    metadata.score.percentage / 100 AS score,
    coalesce(metadata.score.automaticfail, false) AS is_failed,
    questions,
    CAST(
      CAST(
        CAST(
          replace(replace(metadata.evaluationsubmittimestamp, 'T', ' '), 'Z', '') AS timestamp
        ) AS timestamp WITH time zone
      ) AT TIME ZONE '{{timeZone}}' AS timestamp
    ) AS submitted_at,
    row_number() OVER (
      PARTITION BY evaluationid
      ORDER BY metadata.evaluationsubmittimestamp DESC
    ) AS copy
  FROM evaluation_files
) AS copies
LEFT JOIN (
  SELECT contactid AS contact_id, max(agent.username) AS agent
  FROM contact_records
  GROUP BY contactid
) AS contacts_agent ON contacts_agent.contact_id = copies.contact_id
LEFT JOIN (
  SELECT split_part(agent.arn, '/agent/', 2) AS agent_id, max(agent.username) AS agent
  FROM contact_records
  GROUP BY split_part(agent.arn, '/agent/', 2)
) AS agents ON agents.agent_id = copies.agent_id
WHERE copy = 1
  AND submitted_at >= TIMESTAMP '{{from}} 00:00:00'
  AND submitted_at < TIMESTAMP '{{to}} 00:00:00'
