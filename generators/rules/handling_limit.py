"""办件类型和承诺时限对不上

错在哪里：即办件当场办结，承诺时限要写 0；承诺件不是当场办结，承诺时限要大于 0。
为什么要紧：群众按页面上的时限安排时间，写“即办”却要等几天，就会白等。

错误的写法：

    handling: 即办件
    time_limit:
      promised: {amount: 3, unit: 工作日}
      starts: 自受理之日起

正确的写法：

    handling: 承诺件
    time_limit:
      promised: {amount: 3, unit: 工作日}
      starts: 自受理之日起
"""

CODE = "handling-limit"
