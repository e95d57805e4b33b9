"""The page's server, for `streamlit run ui/app.py`: the pages, and who is visiting them."""

import sys
from pathlib import Path

from starlette.middleware import Middleware
from streamlit import App, config

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))  # last, so that what is installed comes first

from ui.garbage import keep_collections_short  # noqa: E402
from ui.visitors import Visitors  # noqa: E402

keep_collections_short()
prefix = config.get_option("server.baseUrlPath") or "/"
app = App(Path(__file__).with_name("pages.py"), middleware=[Middleware(Visitors, path=prefix)])
