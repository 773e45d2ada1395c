"""Reads an export as followthemoney does and gives every entity and value back: python ftm.py FILE

`ftm validate` drops what it does not like without a word, so that each value is compared here.
"""

import json
import sys

from followthemoney import model

lost = count = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        raw = json.loads(line)
        entity = model.get_proxy(raw, cleaned=False)
        count += 1
        if entity.id != raw["id"] or entity.schema.name != raw["schema"]:
            print("another entity:", raw["id"])
            lost += 1
        for name, values in raw["properties"].items():
            kept = set(entity.get(name))
            for value in values:
                if value not in kept:
                    print("lost:", raw["id"], name, value)
                    lost += 1
print(f"{count} entities, {lost} values lost")
sys.exit(bool(lost) or count == 0)
