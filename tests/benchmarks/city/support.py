"""The fields of policies, procedures, loans, incubators, projects and institutions."""

from __future__ import annotations

from datetime import date
from typing import get_args

from generators.records.policies import BenefitKind
from tests.benchmarks.city.plan import Task
from tests.samples import Fields

WINDOW = "综合窗口"
_INSTITUTIONS = (
    "街道（乡镇）服务窗口",
    "培训机构",
    "经办银行",
    "担保机构",
    "公共就业服务机构",
    "其他机构",
)
_ENTITIES = ("私营企业", "个体工商户", "民办非企业单位", "农民专业合作社")
_RECIPIENTS = ("自然人", "企业法人", "个体工商户", "社会组织法人", "其他组织")
_NECESSITY = ("必要", "必要", "必要", "容缺后补", "免提交")


def policy(task: Task) -> Fields:
    """Return a policy in force, ahead, expired or repealed."""
    writer = task.writer
    fields: Fields = {
        "document": _document(task),
        **_validity(task),
        "client_stages": ["意向创业者", "创业者", "创业组织"][: writer.between(1, 3)],
        "entity_types": sorted({writer.any(_ENTITIES) for _ in range(writer.between(1, 3))}),
        "highlights": writer.prose(5, "official", "official", "gives"),
        "faqs": task.refer("faqs", 0, 3),
    }
    if writer.chance(0.6):
        fields["benefits"] = [_benefit(task) for _ in range(writer.between(1, 3))]
        fields["conditions"] = writer.many("conditions", 2, 6)
    return fields


def _document(task: Task) -> Fields:
    writer = task.writer
    year = task.days(-2200, -300).year
    return {
        "title": writer.fill("关于印发<region><word><industry>专项实施办法的通知"),
        "number": f"示例{writer.any('人社政财农商科')}发〔{year}〕{writer.between(1, 220)}号",
        "issuers": sorted({writer.fill("示例<office>") for _ in range(writer.between(1, 3))}),
        "level": writer.any(("市", "市", "省", "区县", "国家")),
        "issued_on": date(year, writer.between(1, 12), writer.between(1, 28)),
    }


def _validity(task: Task) -> Fields:
    if task.planned.state == "open" and task.writer.chance(0.4):
        return {"effective_on": task.days(-1500, -30), "expiry_note": "文件没有写有效期"}
    if task.planned.state == "over" and task.writer.chance(0.3):
        return {"effective_on": task.days(-3000, -1500), "repealed_on": task.days(-1400, -5)}
    first, last = task.span(task.writer.between(400, 1800))
    return {"effective_on": first, "expires_on": last}


def _benefit(task: Task) -> Fields:
    writer = task.writer
    return {
        "kind": writer.any(get_args(BenefitKind)),
        "applies_to": writer.fill("<people>办的<industry>企业"),
        "gives": writer.fill(writer.any(writer.city.says["gives"])),
        "amount_max": writer.between(1, 60) * 500,
        "unit": "元",
        "scope": writer.any(("本市标准", "省标准", "国家标准", "国家上限")),
        "cites": f"第{writer.fill('<percent>')}条",
    }


def procedure(task: Task) -> Fields:
    """Return a procedure with its materials and steps."""
    writer = task.writer
    promised = writer.between(5, 20)
    return {
        "item_type": writer.any(("公共服务", "行政给付", "行政确认", "行政许可", "其他行政权力")),
        "item_code": f"{writer.between(10**11, 10**12 - 1)}X{task.planned.number:05}",
        "handling": "承诺件",
        "effective_on": task.days(-1200, -20),
        "bases": [{"policy": found} for found in task.bases()],
        "authority": task.refer("institutions", 1, 1)[0],
        "recipients": sorted({writer.any(_RECIPIENTS) for _ in range(writer.between(1, 3))}),
        "offers": "。".join(writer.prose(2, "gives")) + "。",
        "conditions": writer.many("conditions", 3, 7),
        "materials": [_application(task), *(_material(task) for _ in range(writer.between(1, 5)))],
        "steps": _steps(task),
        "time_limit": {
            "statutory": {"amount": promised + 10, "unit": "工作日"},
            "promised": {"amount": promised, "unit": "工作日"},
            "starts": "自受理之日起",
        },
        "fee": {"charged": False},
        "visits": {"count": 1, "reason": writer.fill("核对<paper>原件")},
        "places": _places(task),
        "consultation": [phone(task), {"kind": "电话", "value": writer.fill("<hotline>")}],
        "complaints": "inherit",
        "result": {"name": writer.fill("<word>决定书"), "delivery": ["窗口领取", "短信告知"]},
        "remedies": ["行政复议", "行政诉讼"],
        "wrong_doors": [_wrong_door(task) for _ in range(writer.between(0, 2))],
        "faqs": task.refer("faqs", 0, 3),
    }


def phone(task: Task) -> Fields:
    """Return a phone as a way to reach somebody."""
    note = task.writer.fill("<section>，工作日 9:00—17:00")
    return {"kind": "电话", "value": _number(task), "note": note}


def _number(task: Task) -> str:
    return f"0000-{task.writer.between(2000000, 8999999)}"


def _application(task: Task) -> Fields:
    """Return what is applied with; most procedures offer a form for it."""
    form = f"attachments/{task.planned.id}.docx" if task.planned.number % 4 else None
    return {**_material(task), **({"blank_form": form} if form else {})}


def _material(task: Task) -> Fields:
    writer = task.writer
    return {
        "name": writer.fill("<paper>"),
        "necessity": writer.any(_NECESSITY),
        "form": writer.any(("纸质", "电子", "电子或纸质")),
        "copies": {"original": 1, "photocopy": writer.between(0, 2)},
        "source": writer.any(("申请人自备", "政府部门核发", "中介机构出具")),
        "note": writer.fill(writer.any(writer.city.says["review"])),
    }


def _steps(task: Task) -> list[Fields]:
    writer = task.writer
    names = writer.city.says["steps"][: writer.between(3, 8)]
    return [
        {
            "name": name,
            "by": writer.fill("<town>窗口经办岗" if place < 2 else "<office>审核岗"),
            "review": writer.fill(writer.any(writer.city.says["review"])),
            "result": writer.any(writer.city.says["results"]),
        }
        for place, name in enumerate(names)
    ]


def _places(task: Task) -> Fields:
    windows = [f"{found}#{WINDOW}" for found in task.refer("institutions", 1, 2)]
    online = {"name": task.writer.fill("<platform>"), "depth": "在线申请"}
    return {"windows": windows, "online": online}


def _wrong_door(task: Task) -> Fields:
    writer = task.writer
    return {
        "matter": writer.fill("<word2>和<paper>怎么办"),
        "office": writer.fill("<office>"),
        "contact": writer.fill("拨打 <hotline>"),
    }


def loan(task: Task) -> Fields:
    """Return a loan of a bank."""
    writer = task.writer
    return {
        "bank": task.refer("institutions", 1, 1)[0],
        "amount_max": writer.between(1, 50) * 100000,
        "term_months_max": writer.between(1, 5) * 12,
        "rate": writer.fill("年利率按贷款市场报价利率加<few>0个基点，") + writer.prose(2)[0] + "。",
        "guarantee": "。".join(writer.prose(2)) + "。",
        "conditions": writer.many("conditions", 2, 6),
        "fee": {"charged": False},
        "policies": task.refer("policies", 0, 2),
    }


def incubator(task: Task) -> Fields:
    """Return an incubation base."""
    writer = task.writer
    total = writer.between(20, 300)
    free = writer.between(0, total // 2)
    return {
        "level": writer.any(("国家级", "省级", "市级", "区县级")),
        "operator": writer.fill("<firm>"),
        "address": address(task),
        "workstations": {"total": total, "free": free, "counted_on": task.days(-60, -3)},
        "rent": writer.fill(writer.any(writer.city.says["gives"])) + "。",
        "industries": sorted({writer.fill("<industry>") for _ in range(4)}),
        "conditions": writer.many("conditions", 2, 5),
        "services": writer.many("services", 3, 8),
        "stay": {"amount": writer.between(2, 4) * 12, "unit": "月"},
        "exit_support": "。".join(writer.prose(2)) + "。",
        "phones": [_line(task, "入驻咨询")],
        "hours": [{"days": "周一至周五", "opens": "08:30", "closes": "17:30"}],
    }


def address(task: Task) -> Fields:
    """Return where a place is."""
    writer = task.writer
    return {
        "district": writer.fill("<district>"),
        "street": writer.fill("示例市<town><road><count>号<mark2><estate>"),
        "directions": writer.fill(
            "<count>路公交车<village>站，往<mark2><mark2><shop>方向走<few>分钟"
        ),
    }


def _line(task: Task, name: str) -> Fields:
    return {"name": name, "number": _number(task), "verified_on": task.days(-150, -5)}


def project(task: Task) -> Fields:
    """Return a business idea."""
    writer = task.writer
    least = writer.between(1, 20) * 10000
    return {
        "industry": writer.fill("<industry>"),
        "overview": "。".join(writer.prose(4, "story")) + "。",
        "investment": {"least": least, "most": least * writer.between(2, 4)},
        "site": writer.fill("<count>平方米，最好靠近<venue>。"),
        "staff": writer.fill("<few>人，会<skill>的优先。"),
        "equipment": writer.fill("做<product>的机器一套，约<wan>万元。"),
        "market": "。".join(writer.prose(3, "report")) + "。",
        "provider": writer.fill("<firm>（示例）"),
        "risks": writer.many("risks", 2, 6),
        "reviewed_on": task.days(-700, -400),
        "valid_until": task.days(-300, -5) if task.planned.state == "over" else task.days(30, 400),
        "contact": [phone(task)],
    }


def institution(task: Task) -> Fields:
    """Return an institution with a window."""
    writer = task.writer
    return {
        "kind": _INSTITUTIONS[task.planned.number % len(_INSTITUTIONS)],
        "address": address(task),
        "windows": [{"name": WINDOW, "room": "一楼", "serves": writer.many("matters", 2, 6)}],
        "hours": [{"days": "周一至周五", "opens": "09:00", "closes": "17:00"}],
        "phones": [_line(task, "咨询电话")],
        "first_contact": "一楼首问负责岗",
        "services": writer.many("services", 3, 7),
    }
