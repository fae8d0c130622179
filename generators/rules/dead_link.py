"""网址打不开

错在哪里：记录或者手写页面里的一个外部网址打不开：网页没有了，网站找不到了，或者一直没有回应。由 catalogue links 检查，catalogue check 不上网。
为什么要紧：打不开的链接是政府网站检查时按个扣分的毛病；群众要看原文、要网上办理，点了却什么也没有。

错误的写法：

    source_url: https://www.shili.example/2019/old.html      # 网站改版以后没有了

正确的写法：

    source_url: https://www.shili.example/policies/1024      # 在对方网站上重新找到的网址

依据：国办秘函〔2019〕19号（链接可用）
"""

CODE = "dead-link"
