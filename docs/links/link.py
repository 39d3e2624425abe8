"""Prints three links to the playground with a rule and events: python3 link.py rule.yml events.jsonl"""

import base64
import sys
import zlib
from urllib.parse import quote

PLAYGROUND = "https://playground.example/"


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


if len(sys.argv) != 3:
    sys.exit(__doc__)
rule, events = (open(name, "rb").read() for name in sys.argv[1:])
print(f"{PLAYGROUND}#rule={quote(rule, safe='')}&events={quote(events, safe='')}")
print(f"{PLAYGROUND}#rule-base64={base64url(rule)}&events-base64={base64url(events)}")
packed = (base64url(zlib.compress(text, 9)) for text in (rule, events))
print(PLAYGROUND + "#rule-deflate={}&events-deflate={}".format(*packed))
