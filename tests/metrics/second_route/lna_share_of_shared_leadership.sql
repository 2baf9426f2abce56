-- The roles that are shared.
FROM roles_among(['co_lead', 'co_coordinator', 'co_facilitator', 'co_chair']);
