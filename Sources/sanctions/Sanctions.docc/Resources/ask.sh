sanctions query "Air Koryo"
sanctions query "Air Koryo" --format csv --columns date,authority,quote
