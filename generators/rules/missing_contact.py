"""没有写怎么咨询或投诉

错在哪里：办事指南的咨询方式里没有电话，或者监督投诉方式是空的。
为什么要紧：群众有问题找不到人问，办得不满意没处说。缺联系电话，检查时按重点要素缺失算。

错误的写法：

    consultation:
      - {kind: 现场, value: 市政务服务大厅一楼}
    complaints: []

正确的写法：

    consultation:
      - {kind: 电话, value: "0000-1234511", note: 工作日 9:00—17:00}
      - {kind: 现场, value: 市政务服务大厅一楼}
    complaints: inherit        # 用全站的四种投诉渠道

依据：LD/T 2001—2023 7.1.1（投诉渠道）
"""

CODE = "missing-contact"
