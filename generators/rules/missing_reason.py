"""要说明原因，却没有写

错在哪里：写了收费，没有写收多少、凭什么收；或者写了要到现场，没有写为什么要去。
为什么要紧：没有依据不得收费。要群众跑一趟，就要把理由说清楚。

错误的写法：

    fee: {charged: 是}
    visits: {count: 1}

正确的写法：

    fee: {charged: 是, standard: 每份5元, basis: 示例发改〔2025〕3号}
    visits: {count: 1, reason: 面签贷款合同}

依据：政府信息公开条例 第二十条（收费要公开）
"""

CODE = "missing-reason"
