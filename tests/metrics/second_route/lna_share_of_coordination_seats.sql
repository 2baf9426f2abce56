-- Seats in the country team and the group of clusters.
FROM seats_in(['hct', 'iccg']);
