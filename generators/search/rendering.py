"""Answers as the terminal shows them: in words, or as JSON in the shape the browser's API has."""

from __future__ import annotations

import json

from generators.search.answers import Answer, Hit

_NOTHING = "没有找到。换个说法试试，或者少写几个字。"
_NEAR_ONLY = "没有完全一样的，相近的有："
_SIMILAR, _NONE_SIMILAR = "标题相近的记录：", "没有标题相近的记录。"


def in_words(answer: Answer) -> str:
    """Return an answer as lines: what was found, then what is near."""
    near = [_line(hit) for hit in answer.hits if hit.near]
    if answer.total:
        found = [_line(hit) for hit in answer.hits if not hit.near]
        lines = [*found, f"共 {answer.total} 条。", *(["相近的：", *near] if near else [])]
    else:
        meant = [f"您是不是要找：{answer.correction}"] if answer.correction else []
        lines = [*meant, *([_NEAR_ONLY, *near] if near else [_NOTHING])]
    return "\n".join(lines) + "\n"


def similar_in_words(answer: Answer) -> str:
    """Return the records with similar titles as lines."""
    lines = map(_line, answer.hits)
    return "\n".join([_SIMILAR, *lines] if answer.hits else [_NONE_SIMILAR]) + "\n"


def _line(hit: Hit) -> str:
    document = hit.document
    state = f"（{document.status}）" if document.status else ""
    return f"{document.label}  {document.title}{state}  {document.path}"


def in_json(answer: Answer) -> str:
    """Return an answer as a JSON object."""
    shape = {
        "total": answer.total,
        "results": [_shape(hit) for hit in answer.hits],
        "correction": answer.correction,
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _shape(hit: Hit) -> dict[str, object]:
    document = hit.document
    return {
        "id": document.path.strip("/").partition("/")[2],
        "kind": document.kind,
        "title": document.title,
        "url": document.path,
        "status": document.status,
        "score": hit.score,
        "near": hit.near,
    }
