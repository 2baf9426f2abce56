-- Clusters by the types of those who lead them.
FROM led_mechanisms(['cluster']);
