-- How calls were judged: the scores of evaluation forms, by agent and form.
--
-- A form's score as Amazon Connect has calculated it, as a fraction; an answer that fails automatically makes it 0.
-- https://docs.aws.amazon.com/connect/latest/adminguide/about-scoring-and-weights.html
SELECT
  coalesce(agent, '') AS agent,
  coalesce(form, '') AS form,
  count(*) AS evaluations,
  -- Of those that have a score: a form may have none.
  avg(score) AS average_score,
  min(score) AS lowest_score,
  count(*) FILTER (WHERE is_failed) AS automatic_fails
FROM evaluations
GROUP BY 1, 2
ORDER BY 1, 2
