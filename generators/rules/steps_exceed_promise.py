"""各环节加起来超过了承诺时限

错在哪里：办理流程里各个环节的时限加起来，比承诺的办结时限还长。
为什么要紧：照着流程办，一定会超期；超过时限要向群众说明理由。

错误的写法：

    steps:
      - {name: 受理, by: 窗口, limit: {amount: 2, unit: 工作日}}
      - {name: 审核, by: 融资服务科, limit: {amount: 5, unit: 工作日}}
    time_limit:
      promised: {amount: 5, unit: 工作日}
      starts: 自受理之日起

正确的写法：

    steps:
      - {name: 受理, by: 窗口, limit: {amount: 1, unit: 工作日}}
      - {name: 审核, by: 融资服务科, limit: {amount: 4, unit: 工作日}}
    time_limit:
      promised: {amount: 5, unit: 工作日}
      starts: 自受理之日起

依据：优化营商环境条例 第三十六条
"""

CODE = "steps-exceed-promise"
