-- Seats in clusters: the share and the number are told by the same halves.
FROM seats_in(['cluster']);
