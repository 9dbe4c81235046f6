"""What the README shows from Python is what Python gives."""

import doctest
import re

import pytest

from program import TOP


@pytest.mark.slow
def test_the_readme_is_right_about_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    blocks = re.findall(r"```python\n(.*?)```", (TOP / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    assert len(examples.examples) > 8
    assert doctest.DocTestRunner(verbose=False).run(examples).failed == 0
