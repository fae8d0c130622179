"""国办秘函〔2019〕19号: the items that a static site can check of itself."""

from __future__ import annotations

from collections import Counter
from html import unescape

from generators.audit.judges.information import policies_interpreted, sections_on_time
from generators.audit.subject import Subject, entries, published
from generators.audit.verdicts import Evidence, Verdict, ensured, faultless, links, together
from generators.records import KINDS
from generators.records.articles import Article
from generators.records.institutions import Institution
from generators.records.procedures import Procedure
from generators.search.analysis import runs
from generators.sources import Draft

HOME_DAYS, EMPTY_SECTIONS, PAGE = 14, 5, 10
LACKING, PROCEDURES = 4, 5
# The kinds of which the home page shows the newest.
_NEWS = ("policies", "articles")
# The eight elements, and the field of a guide that says each.
ELEMENTS = {
    "事项名称": "title",
    "设定依据": "bases",
    "申请条件": "conditions",
    "办理材料": "materials",
    "办理地点": "places",
    "办理时间": "places",
    "联系电话": "consultation",
    "办理流程": "steps",
}


def home_updated(subject: Subject) -> Verdict:
    """Judge whether the newest thing on the home page is two weeks old at most."""
    shown_there = [entry for kind in _NEWS for entry in subject.catalogue.of(kind)]
    past = [entry for entry in shown_there if subject.age(published(entry)) >= 0]
    newest = sorted(past, key=published, reverse=True)[:1]
    age = subject.age(published(newest[0])) if newest else None
    return ensured(
        age is not None and age <= HOME_DAYS,
        f"首页最新的内容是{age}天前发布的",
        f"首页{age}天没有更新，期限{HOME_DAYS}天" if newest else "首页没有政策和资讯",
        links(newest),
    )


def sections_fresh(subject: Subject) -> Verdict:
    """Judge whether each section has something new within its limit."""
    return sections_on_time(subject)


def no_empty_sections(subject: Subject) -> Verdict:
    """Judge whether fewer than five sections are empty."""
    empty = [kind.label for kind in KINDS.values() if not subject.catalogue.of(kind.name)]
    counted = f"{len(KINDS)}个栏目里，{len(empty)}个没有内容"
    said = f"{counted}：{'、'.join(empty)}" if empty else f"{len(KINDS)}个栏目都有内容"
    return ensured(len(empty) < EMPTY_SECTIONS, said, said, [Evidence("站点地图", "sitemap/")])


def honest_dates(subject: Subject) -> Verdict:
    """Judge whether nothing claims to be published on a day to come."""
    ahead = [e for e in subject.catalogue.published if subject.age(published(e)) < 0]
    return faultless("发布时间都不晚于今天", "内容的发布时间写成了将来的日期", ahead)


def feedback_channels(subject: Subject) -> Verdict:
    """Judge whether people can ask and correct, by phone and online."""
    site = subject.catalogue.site
    kinds = {channel.kind for channel in site.complaints.channels}
    return together(
        ensured(
            {"电话", "网络"} <= kinds,
            "有电话和网络渠道",
            "电话和网络渠道不全",
            [Evidence("投诉与监督", "complaints/#channels")],
        ),
        ensured(
            site.corrections_url,
            "有纠错入口",
            "没有“我为政府网站找错”入口",
            [Evidence("我为政府网站找错", site.corrections_url or "")],
        ),
    )


def key_elements(subject: Subject) -> Verdict:
    """Judge whether fewer than five guides lack four or more of the eight elements."""
    guides = {h.entry.path: lacking_elements(subject, h.record) for h in subject.current(Procedure)}
    drafts = [d for d in subject.drafts if d.source.path.startswith("procedures/")]
    lacks = guides | {draft.source.path: _lacking_in_draft(draft) for draft in drafts}
    bad = [path for path, missing in lacks.items() if len(missing) >= LACKING]
    some = Counter(element for missing in lacks.values() for element in missing)
    counted = "、".join(f"{element}{number}份" for element, number in some.items())
    said = f"{len(lacks)}份办事指南，缺{LACKING}类以上的{len(bad)}份"
    return ensured(
        len(bad) < PROCEDURES,
        said + (f"；缺{counted}" if counted else "，八样都不缺"),
        f"{said}，到了{PROCEDURES}份；缺{counted}",
        [Evidence("办事指南", "procedures/")],
    )


def lacking_elements(subject: Subject, procedure: Procedure) -> list[str]:
    """Return the elements that a guide does not say."""
    found = (subject.catalogue.find("institutions", w) for w in procedure.places.windows)
    offices = [e.record for e in found if e and isinstance(e.record, Institution)]
    said = {
        "事项名称": procedure.title,
        "设定依据": procedure.bases,
        "申请条件": procedure.conditions,
        "办理材料": True,  # a guide without materials says that none are needed
        "办理地点": [office for office in offices if office.address.street],
        "办理时间": [office for office in offices if office.hours],
        "联系电话": [c for c in procedure.consultation if c.kind == "电话"],
        "办理流程": procedure.steps,
    }
    return [element for element in ELEMENTS if not said[element]]


def _lacking_in_draft(draft: Draft) -> list[str]:
    present = {leaf.loc[0] for leaf in draft.leaves()}
    return [element for element, name in ELEMENTS.items() if name not in present]


def interpretations_linked(subject: Subject) -> Verdict:
    """Judge whether interpretations and policies lead to each other."""
    find = subject.catalogue.find
    explained = [h for h in subject.of(Article) if h.record.kind == "政策解读"]
    lost = [h.entry for h in explained if not all(find("policies", p) for p in h.record.interprets)]
    return together(
        faultless(
            f"{len(explained)}篇解读都链接到政策", "解读找不到它的政策", lost, entries(explained)
        ),
        policies_interpreted(subject),
    )


def links_work(subject: Subject) -> Verdict:
    """Judge the links and attachments of the built site, or else the records' references."""
    if subject.built is None:
        return _references_work(subject)
    dead = list(subject.built.dead())
    pages = len(subject.built.ids)
    examples = "、".join(f"{page} 上的 {target}" for page, target in dead[:3])
    return ensured(
        pages and not dead,
        f"{pages}个页面的站内链接和附件都打得开",
        f"{len(dead)}个站内链接或附件打不开：{examples}" if dead else "一个页面也没有",
        [Evidence(page, page) for page, _ in dead[:3]],
    )


def _references_work(subject: Subject) -> Verdict:
    known = {(entry.kind.name, entry.id) for entry in subject.catalogue.entries}
    lost = [e for e in subject.catalogue.published if not known.issuperset(e.others)]
    said = "记录之间的引用都找得到；页面链接和附件在生成网站时核对"
    return faultless(said, "内容引用了不存在的记录", lost)


def titles_found(subject: Subject) -> Verdict:
    """Judge whether there is a search, and whether each title is found on its first page.

    Whole titles are filed: what counts is how many records bear the same one. A title of marks
    alone asks for nothing.
    """
    everything = subject.catalogue.published
    titles = ["".join(runs(entry.record.title)) for entry in everything]
    bearers = Counter(titles)
    lost = [
        entry
        for entry, title in zip(everything, titles, strict=True)
        if bearers[title] > PAGE or not title
    ]
    return together(
        ensured(
            subject.built is None or subject.built.files >= {"search/index.html", _MANIFEST},
            "有搜索页和索引",
            "没有搜索页或索引",
            [Evidence("搜索", "search/")],
        ),
        faultless(f"{len(everything)}条记录用标题都能搜到", "内容用标题搜，排不进第一页", lost),
    )


_MANIFEST = "search/manifest.json"


def footer_complete(subject: Subject) -> Verdict:
    """Judge whether the site names all its identifiers, and the home page shows them."""
    site = subject.catalogue.site
    marks = {
        "主办单位": site.host,
        "承办单位": site.operator,
        "地址": site.address,
        "电话": site.hotlines[0].number if site.hotlines else "",
        "网站标识码": site.registration.site_code,
        "ICP备案号": site.registration.icp,
        "公安备案号": site.registration.police,
        "纠错入口": site.corrections_url or "",
    }
    home = None if subject.built is None else unescape(subject.built.home)
    missing = [name for name, mark in marks.items() if not mark or mark not in (home or mark)]
    seen = "" if home is None else "，首页页脚上都有"
    return ensured(
        not missing and home != "",
        f"{len(marks)}样都写了{seen}",
        f"页脚缺{'、'.join(missing)}" if missing else "没有首页",
        [Evidence("首页", "./")],
    )
