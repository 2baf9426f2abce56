-- Seats in clusters.
FROM seats_in(['cluster']);
