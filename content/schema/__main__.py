"""Write the schemas beside this module."""

import json
from pathlib import Path

from content.schema import KINDS, schema

for kind in KINDS:
    text = json.dumps(schema(kind), indent=2, ensure_ascii=False)
    (Path(__file__).parent / f"{kind}.json").write_text(text + "\n", encoding="utf-8")
