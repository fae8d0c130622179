"""这里要写一个数字

错在哪里：要填数字的地方，写了“30万”“300,000”“约20个”，或者百分数少了百分号。
为什么要紧：数字用来比大小、算结果。写成“30万”，系统不知道是元还是万元。

错误的写法：

    amount_max: 30万
    interest_subsidy: 50

正确的写法：

    amount_max: 300000
    unit: 元
    interest_subsidy: 50%
"""

CODE = "not-a-number"
