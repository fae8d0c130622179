"""几个数字对不上

错在哪里：部分加起来不等于总数，或者部分比总数还大。例如各主题的投诉件数，加起来要等于收到的件数。
为什么要紧：评价和投诉的数字要公开，对不上会被当作弄虚作假。

错误的写法：

    complaints:
      received: 12
      resolved: 12
      on_time: 11
      median_workdays: 3
      subjects:
        - {name: 办理太慢, count: 5}
        - {name: 电话打不通, count: 4}      # 5 加 4 不等于 12

正确的写法：

    complaints:
      received: 12
      resolved: 12
      on_time: 11
      median_workdays: 3
      subjects:
        - {name: 办理太慢, count: 8}
        - {name: 电话打不通, count: 4}
"""

CODE = "figures-disagree"
