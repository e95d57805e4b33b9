"""What `streamlit run ui/app.py` runs: imported it is the server, run as a script it draws a page for a visitor."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))  # last, so that what is installed comes first

if __name__ == "__main__":
    from ui.pages import draw_pages

    draw_pages()
else:
    from starlette.middleware import Middleware
    from streamlit import App, config

    from ui.garbage import keep_collections_short
    from ui.visitors import Visitors

    keep_collections_short()
    prefix = config.get_option("server.baseUrlPath") or "/"
    app = App(Path(__file__), middleware=[Middleware(Visitors, path=prefix)])
