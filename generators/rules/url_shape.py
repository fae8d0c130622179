"""网址的写法不对

错在哪里：网址要从 https:// 或者 http:// 写起，中间不能有空格。
为什么要紧：开头写得不全，群众点了打不开。javascript: 开头的不是网址，是攻击网站的常见办法。

错误的写法：

    rating_url: pingjia.shili.example

正确的写法：

    rating_url: https://pingjia.shili.example/        # 不知道准确网址的，删掉这一行
"""

CODE = "url-shape"
