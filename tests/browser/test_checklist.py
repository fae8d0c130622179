"""The list of papers: ticked by keyboard, counted aloud, remembered, and useful without a script."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

PROCEDURE = "procedures/startup-loan-personal/"  # three papers to bring
FORM = "创业担保贷款申请表（个人）"
# `await` of a module that the page has: its class Memory on a made-up storage.
REMEMBER = """async (address) => {
  const { Memory } = await import(address)
  new Memory('a', '1', localStorage).write(['甲'])
  new Memory('ab', '1', localStorage).write(['乙'])
  const before = new Memory('a', '2', localStorage).read()
  new Memory('a', '2', localStorage).write(['丙'])
  localStorage.setItem('checklist:broken:1', '{')
  return [
    before,
    new Memory('a', '1', localStorage).read(),
    new Memory('a', '2', localStorage).read(),
    new Memory('ab', '1', localStorage).read(),
    new Memory('broken', '1', localStorage).read(),
    new Memory('none', '1', undefined).read(),
  ]
}"""


def test_papers_are_ticked_by_keyboard_and_remembered(page: Page, address: str) -> None:
    """The space bar ticks, the count is a status, and a reload finds the ticks again."""
    page.goto(f"{address}{PROCEDURE}")
    progress = page.get_by_role("status").filter(has_text="已备")
    expect(progress).to_have_text("已备 0/3，还差3份")
    page.get_by_role("checkbox", name=FORM).focus()
    page.keyboard.press("Space")
    expect(progress).to_have_text("已备 1/3，还差2份")
    page.reload()
    expect(page.get_by_role("checkbox", name=FORM)).to_be_checked()
    expect(progress).to_have_text("已备 1/3，还差2份")
    for box in page.get_by_role("checkbox").all()[1:]:
        box.check()
    expect(progress).to_have_text("已备 3/3，都齐了，可以去办了")


def test_clearing_forgets_and_keeps_the_focus(page: Page, address: str) -> None:
    """清空 takes all ticks away, now and after a reload; the keyboard stays where it was."""
    page.goto(f"{address}{PROCEDURE}")
    page.get_by_role("checkbox", name=FORM).check()
    clear = page.get_by_role("button", name="清空")
    clear.press("Enter")
    expect(clear).to_be_focused()
    page.reload()
    expect(page.get_by_role("checkbox", name=FORM)).not_to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('checklist'))") == []


def test_new_version_begins_anew(page: Page, address: str) -> None:
    """What was ticked on an older version counts no more, and other procedures keep theirs."""
    page.goto(f"{address}{PROCEDURE}")
    read = page.evaluate(REMEMBER, f"{address}assets/checklist/memory.mjs")
    assert read == [[], [], ["丙"], ["乙"], [], []]


def test_forbidden_storage_only_forgets(browser: Browser, address: str) -> None:
    """A browser that refuses to store anything still counts."""
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page.goto(f"{address}{PROCEDURE}")
    page.get_by_role("checkbox", name=FORM).check()
    expect(page.get_by_text("已备 1/3，还差2份")).to_be_visible()
    page.close()


def test_list_is_whole_without_scripts(browser: Browser, address: str) -> None:
    """Without a script there is no count, but every paper with its box, number and form."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{PROCEDURE}")
    expect(page.get_by_role("checkbox", name=FORM)).to_be_visible()
    expect(page.get_by_role("button", name="清空")).to_be_hidden()
    expect(page.get_by_role("link", name="下载空白表")).to_be_visible()
    context.close()
