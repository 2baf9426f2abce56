-- Seats in working groups.
FROM seats_in(['twg']);
