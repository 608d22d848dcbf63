"""Names of static files before and after they are collected."""

from pathlib import Path

from lantu.show.static_files import HashedFiles


def test_before_collecting_the_plain_name_is_used(tmp_path: Path) -> None:
    assert HashedFiles(location=tmp_path).stored_name("lantu/css/base.css") == "lantu/css/base.css"


def test_imports_of_modules_are_rewritten(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\nexport const a = b;\n', "utf-8")
    (tmp_path / "b.js").write_text("export const b = 1;\n", "utf-8")
    storage = HashedFiles(location=tmp_path, base_url="/static/")
    paths = {name: (storage, name) for name in ("a.js", "b.js")}
    done = {name: hashed for name, hashed, _ in storage.post_process(paths)}
    assert done["b.js"] != "b.js"
    assert done["b.js"] in (tmp_path / done["a.js"]).read_text("utf-8")
    assert storage.stored_name("b.js") == done["b.js"]
