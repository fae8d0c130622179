"""一个条件里写了几样，或者没写完

错在哪里：资格判断里，每个“- ”后面只能写 all、any、any_audience、fact、manual 中的一个；写了 fact 的，还要写不低于（at_least）或者不高于（at_most）多少。
为什么要紧：一条里写两样，不知道是都要满足，还是满足一样就行，算出来的结果会错。

错误的写法：

    eligibility:
      all:
        - any_audience: [高校毕业生]
          fact: 年龄
          at_most: 60

正确的写法：

    eligibility:
      all:
        - any_audience: [高校毕业生]
        - fact: 年龄
          at_most: 60
          text: 法定劳动年龄内
"""

CODE = "condition-shape"
