"""Published statistics as data: reading a publication into passages, tables and observations."""
