"""The troubles of real files that the demonstration shows, each as a question to its store."""

# Trouble, question to the store, answer by the plan. Months are year * 12 + month - 1.
TROUBLES: tuple[tuple[str, str, list[tuple[object, ...]]], ...] = (
    (
        "Mali says nothing for two quarters and is back",
        "SELECT DISTINCT period_start - 2024 * 12 FROM v_report WHERE country = 'MLI'"
        " AND dataset IN ('presence', 'roles', 'members') AND period_start >= 2023 * 12 + 9"
        " AND period_end < 2025 * 12 ORDER BY ALL",
        [(-3,), (6,), (9,)],
    ),
    (
        "six of ten countries report the last quarter",
        "SELECT list(DISTINCT country ORDER BY country) FROM v_report"
        " WHERE period_end = 2025 * 12 + 11",
        [(["COD", "IRQ", "LBN", "NER", "TCD", "YEM"],)],
    ),
    (
        "Logistics in Chad is closed from July 2024: six quarters, without organisations",
        "SELECT min(period_start) - 2024 * 12, count(*), sum(n.organisations) FROM v_report AS r"
        " LEFT JOIN (SELECT report, count(*) AS organisations FROM fact_org GROUP BY report) AS n"
        " USING (report) WHERE r.country = 'TCD' AND r.cluster = 'LOG'"
        " AND r.period_start >= 2024 * 12 + 6",
        [(6, 6, None)],
    ),
    (
        "Lebanon goes over to the reduced list in its last quarter: one closed, another there",
        "SELECT cluster, bool_and(closed) FROM v_report WHERE country = 'LBN'"
        " AND cluster IN ('SHL', 'SLS') AND period_end = 2025 * 12 + 11 GROUP BY ALL ORDER BY ALL",
        [("SHL", True), ("SLS", False)],
    ),
    (
        "one list has no types",
        "SELECT file_name FROM batch WHERE dataset = 'presence' AND NOT has_type",
        [("demonstration-ner-3w-2022.csv",)],
    ),
    (
        "three ways of not telling a type",
        "SELECT DISTINCT coalesce(f.type_reported, '-') FROM fact_presence AS f"
        " JOIN v_in_force AS r USING (report) WHERE r.country = 'COD'"
        " AND f.organisation IN (SELECT organisation FROM fact_org WHERE NOT type_known)"
        " ORDER BY ALL",
        [("-",), ("Autre",), ("À vérifier",)],
    ),
    (
        "Health in Iraq comes by the month in 2025, beside quarters",
        "SELECT cluster = 'HEA', period_end - period_start + 1, count(DISTINCT period_start)"
        " FROM v_in_force WHERE country = 'IRQ' AND dataset = 'presence'"
        " AND period_start >= 2025 * 12 GROUP BY ALL ORDER BY ALL",
        [(False, 3, 4), (True, 1, 12)],
    ),
    (
        "a correction takes the place of a list, and says that one cluster is not there",
        "SELECT cluster, rows FROM v_report WHERE country = 'COD' AND cluster = 'TEL'",
        [("TEL", 0)],
    ),
    (
        "labels that are no cluster stand in every country",
        "SELECT cluster, count(DISTINCT country) FROM v_in_force WHERE mechanism IS NULL"
        " AND dataset = 'presence' AND rows > 0 GROUP BY cluster ORDER BY cluster",
        [("COO", 10), ("MUL", 10)],
    ),
    (
        "two organisations of Chad go by a French name and an Arabic one",
        "SELECT count(*) FROM organisation WHERE country = 'TCD' AND name SIMILAR TO '.*[ء-ي].*'",
        [(2,)],
    ),
    (
        "five countries report vacant roles below the country; the role is known, nobody holds it",
        "SELECT count(DISTINCT r.country) FROM fact_org AS f JOIN v_in_force AS r USING (report)"
        " WHERE r.level = 'subnational' AND f.organisation IS NULL AND f.role = 'co_lead'",
        [(5,)],
    ),
    (
        "ministries chair in Iraq and Mali, a de facto authority co-chairs in Yemen",
        "SELECT DISTINCT r.country, f.role, f.organisation_type, f.lna_scope FROM fact_org AS f"
        " JOIN v_in_force AS r USING (report) WHERE f.role IN ('chair', 'co_chair')"
        " AND r.mechanism_type = 'cluster' ORDER BY ALL",
        [("IRQ", "chair", 435, 3), ("MLI", "chair", 435, 3), ("YEM", "co_chair", 901, None)],
    ),
    (
        "Syria reports by two hubs",
        "SELECT DISTINCT hub FROM report WHERE hub IS NOT NULL ORDER BY hub",
        [("Hub North",), ("Hub South",)],
    ),
    (
        "a Red Cross without a country is of unknown type, a foreign one is international",
        "SELECT r.country, o.name, any_value(f.lna_scope), bool_and(f.type_known)"
        " FROM fact_org AS f JOIN organisation AS o USING (organisation)"
        " JOIN v_in_force AS r USING (report) WHERE r.country IN ('HTI', 'TCD')"
        " AND o.name SIMILAR TO 'Cro.*' GROUP BY ALL ORDER BY ALL",
        [
            ("HTI", "Croix-Rouge de démonstration", None, False),
            ("HTI", "Croix-Rouge de démonstration (Haïti)", 2, True),
            ("TCD", "Croissant-Rouge de démonstration (Soudan)", None, True),
            ("TCD", "Croix-Rouge de démonstration (Tchad)", 2, True),
        ],
    ),
    (
        "addresses are dropped, and nothing of them is kept",
        "SELECT file_name, choices LIKE '%example.org%' FROM batch"
        " WHERE choices LIKE '%personal-data-dropped%'",
        [("demonstration-hti-3w-2023.csv", False)],
    ),
    (
        "one list has its country and period in its name only",
        "SELECT file_name FROM batch WHERE choices LIKE '%period-guessed%'"
        " AND choices LIKE '%country-guessed%'",
        [("demonstration-tchad-3w-T4 2025.csv",)],
    ),
    (
        "nobody lists the members of Haiti's clusters: they are counted, by type",
        "SELECT (SELECT count(*) FROM fact_member AS f JOIN v_in_force AS r USING (report)"
        " WHERE r.country = 'HTI' AND r.mechanism_type IN ('cluster', 'aor')),"
        " (SELECT list(DISTINCT r.country) FROM fact_mechanism AS f JOIN v_in_force AS r"
        " USING (report) WHERE f.members_ngo IS NOT NULL)",
        [(0, ["HTI"])],
    ),
    (
        "Lebanon's fund gives a part in euros, every year",
        "SELECT r.country, f.currency, count(*) FROM fact_funding AS f JOIN v_in_force AS r"
        " USING (report) WHERE f.currency <> 'USD' GROUP BY ALL",
        [("LBN", "EUR", 4)],
    ),
    (
        "in Yemen one organisation observes the country team, and a forum is its member",
        "SELECT f.seat, count(DISTINCT f.organisation) FROM fact_member AS f JOIN fact_org AS o"
        " USING (report, organisation) JOIN v_in_force AS r USING (report)"
        " WHERE r.country = 'YEM' AND r.mechanism_type = 'hct' AND o.lna_scope = 1"
        " AND r.period_start = 2023 * 12 GROUP BY ALL ORDER BY ALL",
        [("full", 1), ("observer", 1)],
    ),
)
