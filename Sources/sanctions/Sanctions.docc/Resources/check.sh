sanctions import sdn.csv alt.csv add.csv --snapshot 2024-01-08
sanctions check "Air Koryo"
