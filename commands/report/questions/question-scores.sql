-- What calls are judged by, question by question: which of a form's questions lower the scores.
--
-- A question's score as Amazon Connect has calculated it, as a fraction of its best answer. Free texts have none.
-- https://docs.aws.amazon.com/connect/latest/adminguide/evaluationforms-example-output-file.html
SELECT
  coalesce(form, '') AS form,
  question_id,
  -- A text may have been corrected since.
  max(question) AS question,
  count(score) AS answers,
  count(*) FILTER (WHERE is_not_applicable) AS not_applicable,
  avg(score) AS average_score,
  min(score) AS lowest_score,
  count(*) FILTER (WHERE is_failed) AS automatic_fails
FROM (
  SELECT
    form,
    questions[place].questionrefid AS question_id,
    questions[place].questiontext AS question,
    questions[place].score.percentage / 100 AS score,
    coalesce(questions[place].score.notapplicable, false) AS is_not_applicable,
    coalesce(questions[place].score.automaticfail, false) AS is_failed
  FROM evaluations
  CROSS JOIN UNNEST(sequence(1, cardinality(questions))) AS places(place)
) AS answered
GROUP BY 1, 2
HAVING count(score) > 0
ORDER BY 1, average_score, 2
