-- Seats on the boards of pooled funds.
FROM seats_in(['pooled_fund_board']);
