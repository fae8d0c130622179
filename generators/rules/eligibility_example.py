"""算出的结果和验证用例不一样

错在哪里：资格判断后面举了一个人的例子，写了“应得结果”，按条件算出来却是另一个结果。
为什么要紧：不是条件写错了，就是例子写错了。条件错了，群众会被误告“不符合”。

错误的写法：

    eligibility:
      all:
        - {fact: 年龄, at_most: 60, text: 法定劳动年龄内}
      tests:
        - given: {年龄: 65}
          expect: 符合

正确的写法：

    eligibility:
      all:
        - {fact: 年龄, at_most: 60, text: 法定劳动年龄内}
      tests:
        - given: {年龄: 65}
          expect: 不符合
"""

CODE = "eligibility-example"
