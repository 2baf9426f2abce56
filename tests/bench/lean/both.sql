-- Two answers side by side.
SELECT a.*, b.* EXCLUDE ($dims, quarter)
FROM ($first) AS a
FULL JOIN ($second) AS b USING ($dims, quarter)
