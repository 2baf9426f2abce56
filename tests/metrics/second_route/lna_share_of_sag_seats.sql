-- Seats in strategic advisory groups.
FROM seats_in(['sag']);
