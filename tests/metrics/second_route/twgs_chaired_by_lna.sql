-- Working groups by the types of those who chair them.
FROM led_mechanisms(['twg']);
