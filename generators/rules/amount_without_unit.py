"""有数额没有单位

错在哪里：最高数额（amount_max）和单位（unit）只写了一个。
为什么要紧：“5000”是一次5000元，还是一年5000元，差得很远。

错误的写法：

    amount_max: 5000

正确的写法：

    amount_max: 5000
    unit: 元/年
"""

CODE = "amount-without-unit"
