-- Every role of leadership.
FROM roles_among(['lead', 'co_lead', 'co_coordinator', 'co_facilitator', 'chair', 'co_chair']);
