"""承诺时限比法定时限还长

错在哪里：承诺几天办结（promised），比法律规定的天数（statutory）还多。
为什么要紧：承诺只能比规定快，不能比规定慢。多半是两个数填反了。

错误的写法：

    time_limit:
      statutory: {amount: 10, unit: 工作日}
      promised: {amount: 15, unit: 工作日}
      starts: 自受理之日起

正确的写法：

    time_limit:
      statutory: {amount: 10, unit: 工作日}
      promised: {amount: 5, unit: 工作日}
      starts: 自受理之日起

依据：优化营商环境条例 第三十六条
"""

CODE = "promise-over-statute"
